using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Subscriptions;

public enum Plan
{
    Starter = 1,
    Pro = 2,
    Business = 3,
}

/// <summary>
/// What a plan allows. Counts are per shop; turns and voice minutes per calendar month (UTC). Plans are configuration:
/// see <c>Plans</c> in appsettings.json.
/// </summary>
public sealed record Entitlements(
    int Numbers,
    int Products,
    int People,
    int AssistantTurns,
    int VoiceMinutes,
    bool AllStyles,
    bool VoiceReplies,
    bool Api)
{
    /// <summary>Customers' files above this are not fetched.</summary>
    public int FileMegabytes { get; init; } = 16;

    /// <summary>A style that the plan does not hold is kept with the product; the shop bargains in the middle one meanwhile.</summary>
    public NegotiationStyle Allowed(NegotiationStyle style) => AllStyles ? style : NegotiationStyle.Balanced;
}

/// <summary>What each plan gives.</summary>
public sealed record PlanTerms(Entitlements Starter, Entitlements Pro, Entitlements Business)
{
    public static readonly PlanTerms Default = new(
        new(Numbers: 1, Products: 50, People: 1, AssistantTurns: 300, VoiceMinutes: 10, AllStyles: false, VoiceReplies: false, Api: false),
        new(Numbers: 1, Products: 1_000, People: 3, AssistantTurns: 5_000, VoiceMinutes: 120, AllStyles: true, VoiceReplies: true, Api: false) { FileMegabytes = 32 },
        new(Numbers: 3, Products: 10_000, People: 10, AssistantTurns: 25_000, VoiceMinutes: 600, AllStyles: true, VoiceReplies: true, Api: true) { FileMegabytes = 64 });

    public Entitlements Of(Plan plan) => plan switch
    {
        Plan.Pro => Pro,
        Plan.Business => Business,
        _ => Starter,
    };

    /// <summary>The smallest plan that gives something; null when none does.</summary>
    public Plan? SmallestWith(Func<Entitlements, bool> gives) =>
        Enum.GetValues<Plan>().Where(plan => gives(Of(plan))).Cast<Plan?>().FirstOrDefault();
}
