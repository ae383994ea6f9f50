using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Conversations;

/// <summary>Customers' words go to a model outside of this house only while the shop consents, and what that costs is kept.</summary>
public sealed class ModelConsentTests
{
    [Fact]
    public async Task No_model_hears_a_customer_before_the_shop_says_yes_or_after_it_says_no()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        Assert.False(await ModelIsAllowedAsync(installation, shop, "un"));
        await shop.SendAsync(new ChangeModelConsent(Given: true));
        Assert.True(await ModelIsAllowedAsync(installation, shop, "deux"));
        await shop.SendAsync(new ChangeModelConsent(Given: false));
        Assert.False(await ModelIsAllowedAsync(installation, shop, "trois"));
    }

    [Fact]
    public async Task The_shops_answer_is_kept_with_its_hour_and_told_to_open_pages()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();

        await shop.SendAsync(new ChangeModelConsent(Given: true));

        var view = await shop.SendAsync(new GetModelConsent());
        Assert.Equal((ModelConsent.Given, Installation.Noon), (view.Consent, view.At));
        Assert.Empty(view.Processors);
        Assert.Contains(installation.Live.Announced, told => told.Tenant == shop.Id.Value && told.Topic == "assistant");
    }

    [Fact]
    public async Task What_a_turn_cost_and_what_the_guard_found_is_kept_and_shown_at_the_message()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var received = await shop.HearAsync("un");
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Bonjour.") with
        {
            Brain = "small-1",
            Guard = new GuardVerdict(GuardVerdict.Repaired, ["amount"]),
            Tokens = new TokenUse(1_800, 1_280, 40) { CostMicros = 2_000 },
        });

        await shop.AnswerAsync(received.ConversationId);

        var kept = await shop.ReadAsync(db => db.TurnRecords.SingleAsync());
        Assert.Equal(("small-1", "repaired", 1_800, 1_280, 40, 2_000), (kept.Brain, kept.Verdict, kept.InputTokens, kept.CachedInputTokens, kept.OutputTokens, kept.CostMicros));
        Assert.Equal(["amount"], kept.Violations);
        Assert.Equal([false, true], (await shop.ThreadAsync(received.ConversationId)).Messages.Select(message => message.WasCorrected));
    }

    private static async Task<bool> ModelIsAllowedAsync(Installation installation, Shop shop, string said)
    {
        var received = await shop.HearAsync(said);
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);
        return installation.Assistant.Asked[^1].ModelAllowed;
    }
}
