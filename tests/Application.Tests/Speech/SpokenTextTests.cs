using WaSaas.Application.Speech;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Speech;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Le Bazin riche est à 15 750 F.", "Le Bazin riche est à quinze mille sept cent cinquante francs CFA.")]
    [InlineData("15\u00a0750\u00a0F", "quinze mille sept cent cinquante francs CFA")]
    [InlineData("15\u202f750\u202fFCFA", "quinze mille sept cent cinquante francs CFA")]
    [InlineData("15.750 F CFA", "quinze mille sept cent cinquante francs CFA")]
    [InlineData("1 F", "un franc CFA")]
    [InlineData("0 F", "zéro franc CFA")]
    [InlineData("80 F", "quatre-vingts francs CFA")]
    [InlineData("200 F", "deux cents francs CFA")]
    [InlineData("21 000 XOF", "vingt et un mille francs CFA")]
    [InlineData("80 000 XAF", "quatre-vingt mille francs CFA")]
    [InlineData("200 000 CFA", "deux cent mille francs CFA")]
    [InlineData("1 000 000 F", "un million de francs CFA")]
    [InlineData("2 500 000 F", "deux millions cinq cent mille francs CFA")]
    [InlineData("15k", "quinze mille")]
    [InlineData("15k F", "quinze mille francs CFA")]
    [InlineData("12,5k F", "douze mille cinq cents francs CFA")]
    [InlineData("18 mille F", "dix-huit mille francs CFA")]
    [InlineData("2 millions de francs", "deux millions de francs CFA")]
    [InlineData("1 500 F/pièce", "mille cinq cents francs CFA, pièce")]
    [InlineData("24,90 €", "vingt-quatre euros et quatre-vingt-dix centimes")]
    [InlineData("1 €", "un euro")]
    [InlineData("0,01 €", "zéro euro et un centime")]
    [InlineData("1 299,00 €", "mille deux cent quatre-vingt-dix-neuf euros")]
    [InlineData("24,5 €", "vingt-quatre euros et cinquante centimes")]
    [InlineData("1 £", "une livre")]
    [InlineData("12,500 TND", "douze dinars et cinq cents millimes")]
    [InlineData("Total : 32 500 F, dont 2 000 F de livraison.", "Total: trente-deux mille cinq cents francs CFA, dont deux mille francs CFA de livraison.")]
    public void Amounts_are_said_in_french_words(string written, string spoken) => Assert.Equal(spoken, French(written));

    [Theory]
    [InlineData("15,750 F", "fifteen thousand seven hundred and fifty CFA francs")]
    [InlineData("1 F", "one CFA franc")]
    [InlineData("1,005 F", "one thousand and five CFA francs")]
    [InlineData("€24.90", "twenty-four euros and ninety cents")]
    [InlineData("$1", "one dollar")]
    [InlineData("£2.01", "two pounds and one penny")]
    [InlineData("12,000 GHS", "twelve thousand cedis")]
    [InlineData("1,000,000 F", "one million CFA francs")]
    [InlineData("It costs 121 F.", "It costs one hundred and twenty-one CFA francs.")]
    public void Amounts_are_said_in_english_words(string written, string spoken) => Assert.Equal(spoken, English(written));

    [Theory]
    [InlineData("90 12 34 56", "quatre-vingt-dix, douze, trente-quatre, cinquante-six")]
    [InlineData("90123456", "quatre-vingt-dix, douze, trente-quatre, cinquante-six")]
    [InlineData("+228 90 12 34 06", "plus deux cent vingt-huit, quatre-vingt-dix, douze, trente-quatre, zéro six")]
    [InlineData("+22890123400", "plus deux cent vingt-huit, quatre-vingt-dix, douze, trente-quatre, zéro zéro")]
    [InlineData("06 12 34 56 78", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit")]
    [InlineData("0033 6 12 34 56 78", "plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit")]
    [InlineData("Appelez le 90-12-34-56.", "Appelez le quatre-vingt-dix, douze, trente-quatre, cinquante-six.")]
    public void Phone_numbers_are_dictated_in_pairs(string written, string spoken) => Assert.Equal(spoken, French(written));

    [Theory]
    [InlineData("8h30", "huit heures trente")]
    [InlineData("18h", "dix-huit heures")]
    [InlineData("1h", "une heure")]
    [InlineData("21 h 05", "vingt et une heures cinq")]
    [InlineData("08:30-18:00", "huit heures trente à dix-huit heures")]
    [InlineData("24h/24 et 7j/7", "vingt-quatre heures vingt-quatre et sept jours sept")]
    [InlineData("sous 48 h", "sous quarante-huit heures")]
    [InlineData("le 24/11/2026", "le vingt-quatre novembre deux mille vingt-six")]
    [InlineData("le 01/12", "le premier décembre")]
    [InlineData("2026-11-24", "vingt-quatre novembre deux mille vingt-six")]
    public void Times_and_dates_are_said_in_french(string written, string spoken) => Assert.Equal(spoken, French(written));

    [Theory]
    [InlineData("8:30", "eight thirty a.m.")]
    [InlineData("8:05 pm", "eight oh five p.m.")]
    [InlineData("18:00", "six p.m.")]
    [InlineData("12:00", "twelve p.m.")]
    [InlineData("5 pm", "five p.m.")]
    [InlineData("within 48h", "within forty-eight hours")]
    [InlineData("on 24/11/2026", "on twenty-fourth of November two thousand and twenty-six")]
    [InlineData("the 3rd order", "the third order")]
    [InlineData("call 90 12 34 56", "call ninety, twelve, thirty-four, fifty-six")]
    [InlineData("+1 202 555 0100", "plus one, twenty, twenty-five, fifty-five, zero one, zero zero")]
    public void Times_dates_and_phones_are_said_in_english(string written, string spoken) => Assert.Equal(spoken, English(written));

    [Theory]
    [InlineData("-50 %", "moins cinquante pour cent")]
    [InlineData("12,5 %", "douze virgule cinq pour cent")]
    [InlineData("3-5 jours", "trois à cinq jours")]
    [InlineData("1 pièce", "une pièce")]
    [InlineData("21 pièces", "vingt et une pièces")]
    [InlineData("2 x 1,5 kg", "deux fois un virgule cinq kilos")]
    [InlineData("Power bank 20000mAh", "Power bank vingt mille milliampères-heures")]
    [InlineData("Galaxy A54 128Go", "Galaxy A cinquante-quatre cent vingt-huit gigas")]
    [InlineData("la 1re fois, le 2e jour, le 9e", "la première fois, le deuxième jour, le neuvième")]
    [InlineData("code 007", "code zéro zéro sept")]
    [InlineData("Mme Afi, Bd du Mono, svp & merci", "madame Afi, boulevard du Mono, s'il vous plaît et merci")]
    [InlineData("Tél : 90 12 34 56", "téléphone: quatre-vingt-dix, douze, trente-quatre, cinquante-six")]
    public void Measures_and_abbreviations_are_written_out(string written, string spoken) => Assert.Equal(spoken, French(written));

    [Theory]
    [InlineData("Bonjour 👋🏾 ! Voici *le prix* 😊", "Bonjour! Voici le prix.")]
    [InlineData("Nous avons :\n• Bazin : 15 750 F\n• Wax : 15 000 F\nLequel ?", "Nous avons: Bazin: quinze mille sept cent cinquante francs CFA. Wax: quinze mille francs CFA. Lequel?")]
    [InlineData("Voyez https://exemple.test/a?b=1 merci", "Voyez merci.")]
    [InlineData("**Total** : _5 F_", "Total: cinq francs CFA.")]
    [InlineData("❤️ 100 %", "cent pour cent.")]
    public void What_is_for_the_eye_only_is_left_out(string written, string spoken) =>
        Assert.Equal(spoken.TrimEnd('.'), French(written).TrimEnd('.'));

    [Theory]
    [InlineData(71, "soixante et onze")]
    [InlineData(80, "quatre-vingts")]
    [InlineData(81, "quatre-vingt-un")]
    [InlineData(91, "quatre-vingt-onze")]
    [InlineData(99, "quatre-vingt-dix-neuf")]
    [InlineData(101, "cent un")]
    [InlineData(300, "trois cents")]
    [InlineData(301, "trois cent un")]
    [InlineData(1_000, "mille")]
    [InlineData(1_080, "mille quatre-vingts")]
    [InlineData(77_000, "soixante-dix-sept mille")]
    [InlineData(80_000_000, "quatre-vingts millions")]
    [InlineData(1_000_000_000, "un milliard")]
    public void French_numbers_follow_the_grammar(long value, string words) => Assert.Equal(words, FrenchNumbers.Say(value, feminine: false));

    private static string French(string text) => SpokenText.Of(text, "fr", Currency.Xof);

    private static string English(string text) => SpokenText.Of(text, "en", Currency.Xof);
}
