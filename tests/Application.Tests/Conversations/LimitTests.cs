using System.Globalization;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Conversations;

public sealed class LimitTests
{
    private static readonly string[] Questions = ["le sac ?", "la jupe ?", "le wax ?", "et le bazin, il reste ?", "les sandales ?", "une ceinture ?", "le foulard ?"];

    [Fact]
    public async Task Over_the_limit_a_customer_gets_one_kind_sentence_then_silence_until_the_hour_is_over()
    {
        await using var installation = await StartAsync(new ConversationOptions { TurnsPerContactHour = 3 });
        var shop = await installation.OpenShopAsync();
        var conversation = await AskAsync(installation, shop, 3);

        var kind = await AskOnceAsync(installation, shop, "encore une question");
        Assert.Contains("je fais une pause", Assert.Single(kind!.Texts), StringComparison.Ordinal);
        Assert.Equal((3, PauseReasons.TooManyMessages), (installation.Assistant.Asked.Count, (await shop.ThreadAsync(conversation)).HandOffReason));
        Assert.Null(await AskOnceAsync(installation, shop, "et encore"));

        installation.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("answer to 1", Assert.Single((await shop.AnswerAsync(conversation))!.Texts));
        Assert.Null((await shop.ThreadAsync(conversation)).HandOffReason);
    }

    [Fact]
    public async Task The_day_has_a_limit_of_its_own()
    {
        await using var installation = await StartAsync(new ConversationOptions { TurnsPerContactHour = 2, TurnsPerContactDay = 3 });
        var shop = await installation.OpenShopAsync();
        await AskAsync(installation, shop, 2);
        installation.Clock.Advance(TimeSpan.FromHours(2));
        await AskAsync(installation, shop, 1);
        installation.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Contains("je fais une pause", Assert.Single((await AskOnceAsync(installation, shop, "encore"))!.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_customer_of_the_shop_is_not_concerned()
    {
        await using var installation = await StartAsync(new ConversationOptions { TurnsPerContactHour = 1 });
        var shop = await installation.OpenShopAsync();
        await AskAsync(installation, shop, 1);

        Assert.Equal("answer to 1", Assert.Single((await AskOnceAsync(installation, shop, "bonjour", "afi@lid"))!.Texts));
    }

    [Fact]
    public async Task A_shop_that_answers_too_much_goes_on_without_a_model_until_the_hour_is_over()
    {
        await using var installation = await StartAsync(new ConversationOptions { TurnsPerShopHour = 2 });
        var shop = await installation.OpenShopAsync();
        await shop.SendAsync(new ChangeModelConsent(Given: true));
        await AskAsync(installation, shop, 3);
        Assert.Equal([true, true, false], installation.Assistant.Asked.Select(turn => turn.ModelAllowed));

        installation.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(installation, shop, 1);
        Assert.True(installation.Assistant.Asked[^1].ModelAllowed);
    }

    [Fact]
    public async Task Two_machines_that_repeat_themselves_are_stopped()
    {
        await using var installation = await StartAsync(new ConversationOptions());
        var shop = await installation.OpenShopAsync();
        for (var i = 0; i < 6; i++)
        {
            Assert.Null((await AskOnceAsync(installation, shop, $"Merci pour votre message numéro {i}, nous vous répondrons dès que possible", pause: TimeSpan.FromSeconds(30)))!.HandOffReason);
        }

        var last = await AskOnceAsync(installation, shop, "Merci pour votre message numéro 7, nous vous répondrons dès que possible");
        Assert.Equal(PauseReasons.AutomaticReplies, last!.HandOffReason);
        Assert.Null(await AskOnceAsync(installation, shop, "Merci pour votre message numéro 8, nous vous répondrons dès que possible"));
    }

    [Theory]
    [InlineData("Merci pour votre message")]
    [InlineData("Nous sommes absents aujourd'hui")]
    [InlineData("Ticket {0} : demande bien reçue")]
    [InlineData("Notre catalogue : bazin riche 15 000 F, wax hollandais 32 500 F, kenté tissé 85 000 F")]
    public async Task A_machine_with_a_short_sentence_or_a_price_list_is_stopped_too(string sentence) =>
        Assert.Equal(PauseReasons.AutomaticReplies, await RepeatAsync(sentence));

    [Theory]
    [InlineData("je donne {0} 000 pour les deux et je passe les prendre ce soir")]
    [InlineData("ma sœur et moi on peut mettre {0} 000 F pour les deux pagnes")]
    [InlineData("un effort madame, dernier prix")]
    [InlineData("c'est trop cher")]
    [InlineData("dernier prix ?")]
    public async Task A_haggler_who_repeats_herself_is_no_machine(string sentence) => Assert.Null(await RepeatAsync(sentence));

    [Fact]
    public async Task A_machine_that_says_something_new_each_time_is_known_by_its_speed()
    {
        await using var installation = await StartAsync(new ConversationOptions { LoopExchanges = 4 });
        var shop = await installation.OpenShopAsync();
        string[] sentences =
        [
            "Quel plaisir de vous lire, parlez-moi de votre plus belle pièce du moment", "Voilà une offre remarquable que je vais étudier avec soin",
            "Notre maison cherche précisément des étoffes de cette qualité", "Permettez que je consulte mon équipe avant de poursuivre", "Formidable, continuons donc cette conversation",
        ];
        var answers = new List<string?>();
        foreach (var sentence in sentences)
        {
            answers.Add((await AskOnceAsync(installation, shop, sentence))!.HandOffReason);
        }

        Assert.Equal([null, null, null, null, PauseReasons.AutomaticReplies], answers);
    }

    [Fact]
    public async Task A_person_who_asks_quickly_is_no_machine()
    {
        await using var installation = await StartAsync(new ConversationOptions { LoopExchanges = 5 });
        var shop = await installation.OpenShopAsync();

        await AskAsync(installation, shop, Questions.Length);

        Assert.Equal(Questions.Length, installation.Assistant.Asked.Count);
    }

    /// <summary>What came of the seventh answer; {0} is another figure each time.</summary>
    private static async Task<string?> RepeatAsync(string sentence)
    {
        await using var installation = await StartAsync(new ConversationOptions());
        var shop = await installation.OpenShopAsync();
        string? reason = null;
        for (var figure = 9; figure < 16; figure++)
        {
            Assert.Null(reason);
            reason = (await AskOnceAsync(installation, shop, string.Format(CultureInfo.InvariantCulture, sentence, figure), pause: TimeSpan.FromSeconds(30)))!.HandOffReason;
        }

        return reason;
    }

    private static Task<Installation> StartAsync(ConversationOptions options) => Installation.StartAsync(options: options);

    private static async Task<ConversationId> AskAsync(Installation installation, Shop shop, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.NotNull(await AskOnceAsync(installation, shop, Questions[i]));
        }

        return (await shop.HearAsync(Questions[0], id: "known")).ConversationId;
    }

    private static async Task<Application.Assistant.AssistantAnswer?> AskOnceAsync(Installation installation, Shop shop, string text, string from = "kossi@lid", TimeSpan? pause = null)
    {
        installation.Clock.Advance(pause ?? TimeSpan.FromSeconds(1));
        var received = await shop.HearAsync(text, from);
        installation.Clock.Advance(TimeSpan.FromSeconds(5));
        return await shop.AnswerAsync(received.ConversationId);
    }
}
