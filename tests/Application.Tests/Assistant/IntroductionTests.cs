using WaSaas.Application.Assistant;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Assistants;

public sealed class IntroductionTests
{
    [Theory]
    [InlineData("fr", "Woezon chez nous !", "Awa", "Woezon chez nous ! Je suis Awa, l'assistant automatique de Adjoa. Le wax est à 500 F.")]
    [InlineData("fr", "Bienvenue", null, "Bienvenue. Je suis l'assistant automatique de Adjoa. Le wax est à 500 F.")]
    [InlineData("en", "Bienvenue", null, "Hello, I am the automatic assistant of Adjoa. Le wax est à 500 F.")]
    public void The_vendors_own_greeting_comes_before_who_answers_in_her_language(string language, string greeting, string? name, string expected) =>
        Assert.Equal(expected, Introduction.Before(Turn(greeting, name), language, "Bonjour ! Le wax est à 500 F."));

    [Fact]
    public void Who_was_told_already_is_not_told_again() =>
        Assert.Equal("Le wax est à 500 F.", Introduction.Before(Turn("Bienvenue", null) with { FirstAnswer = false }, "fr", "Le wax est à 500 F."));

    [Fact]
    public void Who_waited_for_a_person_in_vain_hears_so_first()
    {
        var turn = Turn(null, null) with { FirstAnswer = false, OpenRequest = "complaint" };

        Assert.StartsWith("La boutique n'a pas encore pu vous répondre", Introduction.Before(turn, "fr", "Le wax est à 500 F."), StringComparison.Ordinal);
        Assert.EndsWith("Meanwhile I go on with you. The wax is 500 F.", Introduction.Before(turn, "en", "The wax is 500 F."), StringComparison.Ordinal);
    }

    private static TurnContext Turn(string? greeting, string? name)
    {
        var at = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        var shop = Tenant.Open(Id.New<TenantId>(), "adjoa", new ShopProfile("Adjoa", Currency.Xof), at, assistantPaused: false).Value!;
        shop.ChangeAssistant(shop.Assistant with { Greeting = greeting, Name = name });
        return new TurnContext(
            shop, Id.New<TurnId>(), [new TurnMessage(MessageAuthor.Customer, MessageKind.Text, "le wax ?")], [], null, null, FirstAnswer: true, ModelAllowed: true, at);
    }
}
