using WaSaas.Application.Assistant.Language;

namespace WaSaas.Application.Tests.Assistants;

public sealed class WordsTests
{
    [Theory]
    [InlineData("mon numéro c'est le 90 12 34 56", "90123456")]
    [InlineData("+228 90 12 34 56 merci", "+22890123456")]
    [InlineData("appelez le 0022890123456", "0022890123456")]
    [InlineData("06.12.34.56.78", "0612345678")]
    [InlineData("07-07-12-34-56", "0707123456")]
    [InlineData("77 123 45 67", "771234567")]
    [InlineData("c'est 90123456", "90123456")]
    [InlineData("0803 123 4567", "08031234567")]
    public void A_phone_number_is_found_however_it_is_grouped(string text, string expected) => Assert.Equal(expected, Assert.Single(Phones.In(text)));

    [Theory]
    [InlineData("15 000 12 000")]
    [InlineData("entre 15000 20000")]
    [InlineData("12 500 000 F")]
    [InlineData("12500000 FCFA")]
    [InlineData("le 24/11/26")]
    [InlineData("1 2 3")]
    [InlineData("code A12345678")]
    public void Prices_and_dates_are_no_phone_numbers(string text) => Assert.Empty(Phones.In(text));

    [Theory]
    [InlineData("oui")]
    [InlineData("Oui !")]
    [InlineData("ok je confirme")]
    [InlineData("OK d'accord")]
    [InlineData("yes please")]
    [InlineData("oui c'est bon")]
    [InlineData("je valide la commande merci")]
    [InlineData("👍")]
    [InlineData("ça marche")]
    [InlineData("oui\nje confirme")]
    [InlineData("Oui madame je confirme")]
    [InlineData("Yes I confirm my order")]
    [InlineData("c'est bon pour moi")]
    [InlineData("ouiii")]
    public void A_plain_yes_is_one(string text) => Assert.Equal(Answer.Yes, Affirmation.Of(text));

    [Theory]
    [InlineData("non")]
    [InlineData("non merci")]
    [InlineData("je ne veux pas confirmer")]
    [InlineData("je ne confirme pas")]
    [InlineData("annulez la commande")]
    [InlineData("no thanks")]
    [InlineData("I don't want to confirm")]
    [InlineData("laisse tomber")]
    public void A_plain_no_is_one(string text) => Assert.Equal(Answer.No, Affirmation.Of(text));

    [Theory]
    [InlineData("oui mais à 12 000")]
    [InlineData("oui mais livrez demain")]
    [InlineData("ok ?")]
    [InlineData("ok et le wax c'est combien")]
    [InlineData("finalement 2")]
    [InlineData("je confirme si vous livrez aujourd'hui")]
    [InlineData("")]
    [InlineData("bonjour")]
    [InlineData("merci")]
    [InlineData("oui pas de bazin bleu")]
    [InlineData("je confirmerai demain")]
    [InlineData("ok je réfléchis")]
    public void Anything_with_a_condition_or_a_doubt_is_unclear(string text) => Assert.Equal(Answer.Unclear, Affirmation.Of(text));

    [Theory]
    [InlineData("STOP")]
    [InlineData("stop svp")]
    [InlineData("Arrêt")]
    [InlineData("arrêter")]
    [InlineData("Désabonner")]
    [InlineData("unsubscribe")]
    [InlineData("Ne m'écrivez plus !")]
    public void Who_wants_no_more_messages_says_so_in_a_message_of_its_own(string text) => Assert.True(OptOut.IsMeant(text));

    [Theory]
    [InlineData("stop, je prends le bleu")]
    [InlineData("vous avez un stop chute ?")]
    [InlineData("arrêtez le prix à 12 000")]
    [InlineData("")]
    public void Stop_within_a_sentence_is_not_meant(string text) => Assert.False(OptOut.IsMeant(text));
}
