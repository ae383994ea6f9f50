using WaSaas.Domain.Subscriptions;

namespace WaSaas.WebUI.Composition;

/// <summary>Section <c>Plans</c> over the defaults: what is not written there stays.</summary>
internal static class PlanSettings
{
    public static PlanTerms Read(IConfiguration configuration)
    {
        var plans = configuration.GetSection("Plans");
        var terms = PlanTerms.Default;
        return new PlanTerms(
            Over(terms.Starter, plans.GetSection(nameof(Plan.Starter))),
            Over(terms.Pro, plans.GetSection(nameof(Plan.Pro))),
            Over(terms.Business, plans.GetSection(nameof(Plan.Business))));
    }

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        try
        {
            var terms = Read(configuration);
            return Enum.GetValues<Plan>().SelectMany(plan => Problems(plan, terms.Of(plan)));
        }
        catch (InvalidOperationException e)
        {
            return [$"The section Plans cannot be read: {e.Message}"];
        }
    }

    private static Entitlements Over(Entitlements defaults, IConfigurationSection section)
    {
        // A copy: the defaults are shared by the whole program.
        var entitlements = defaults with { };
        section.Bind(entitlements, o => o.ErrorOnUnknownConfiguration = true);
        return entitlements;
    }

    private static IEnumerable<string> Problems(Plan plan, Entitlements e)
    {
        (string Name, int Value, int Least)[] counts =
        [
            (nameof(e.Numbers), e.Numbers, 1), (nameof(e.Products), e.Products, 1), (nameof(e.People), e.People, 1),
            (nameof(e.AssistantTurns), e.AssistantTurns, 0), (nameof(e.VoiceMinutes), e.VoiceMinutes, 0),
        ];
        return counts.Where(c => c.Value < c.Least).Select(c => $"Plans:{plan}:{c.Name} is {c.Value}; it must be {c.Least} or more.");
    }
}
