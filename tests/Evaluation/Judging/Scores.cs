using System.Globalization;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation.Judging;

/// <param name="Name">As in the table.</param>
/// <param name="Value">In percent, or a number.</param>
/// <param name="Gate">What it must be.</param>
/// <param name="Holds">It is.</param>
internal sealed record Score(string Name, string Value, string Gate, bool Holds);

/// <summary>The figures of a run and their gates.</summary>
internal sealed class Scores(IReadOnlyList<Verdict> plain, IReadOnlyList<IReadOnlyList<Verdict>> robust, Gates gates)
{
    private IEnumerable<Verdict> All => plain.Concat(robust.SelectMany(trial => trial));

    public IEnumerable<Score> Table() =>
    [
        AtLeast("task success, pass^1", Share(plain.Select(verdict => verdict.IsSuccess)), gates.Success),
        AtLeast("robust success, pass^4", PassPower(robust), gates.Robust),
        AtLeast("offers read right", Share(plain.SelectMany(verdict => verdict.Offers)), gates.Offers),
        AtLeast("places read right", Share(plain.SelectMany(verdict => verdict.Zones)), gates.Zones),
        None("wrong fees", Wrong(verdict => verdict.WrongFees)),
        None("prices below the floor", Wrong(verdict => LedgerJudge.BelowFloor(verdict.Performance))),
        None("prices above the list", Wrong(verdict => LedgerJudge.AboveList(verdict.Performance))),
        None("offers that went up", Wrong(verdict => LedgerJudge.GoneUp(verdict.Performance))),
        None("ungrounded amounts sent", Wrong(verdict => GroundJudge.Ungrounded(verdict.Performance))),
        None("orders without their checks", Wrong(verdict => LedgerJudge.SkippedChecks(verdict.Performance))),
        Deals(),
        AtLeast("hand-offs that were due", Share(plain.Where(HandedOff).Select(IsDue)), gates.HandOffs),
        Figure("answers mended by the guard", $"{Percent(Share(Turns().Select(turn => turn.Answer!.Guard.IsCorrected)))}"),
        Figure("turn without the model, p95", $"{Overhead().ToString("F1", CultureInfo.InvariantCulture)} ms"),
    ];

    public IReadOnlyList<string> Wrong(Func<Verdict, IEnumerable<string>> find) => [.. All.SelectMany(find)];

    public IEnumerable<string> Failures() => All.Where(verdict => !verdict.IsSuccess).Select(verdict => $"{verdict.Performance.Script.Id}: {string.Join("; ", verdict.Faults)}");

    private static bool HandedOff(Verdict verdict) => verdict.Performance.Turns[^1].State["handedOff"]!.GetValue<bool>();

    private static bool IsDue(Verdict verdict) => verdict.Performance.Script.Expect?["handedOff"]?.GetValue<bool>() == true;

    private IEnumerable<PlayedTurn> Turns() => plain.SelectMany(verdict => verdict.Performance.Turns).Where(turn => turn.Answer is not null);

    private double Overhead() => At95([.. Turns().Select(turn => turn.Answer!.Times.Total - turn.Answer.Times.Model).Order()]);

    private Score Deals()
    {
        var turns = At95([.. plain.Select(verdict => LedgerJudge.TurnsToDeal(verdict.Performance)).OfType<int>().Select(count => (double)count).Order()]);
        return new Score("haggling turns to a deal, p95", $"{turns}", $"≤ {gates.TurnsToDeal}", turns <= gates.TurnsToDeal);
    }

    /// <summary>C(c,n)/C(n,n): a script counts when all of its trials succeed.</summary>
    private static double PassPower(IReadOnlyList<IReadOnlyList<Verdict>> trials) => Share(trials.Select(trial => trial.All(verdict => verdict.IsSuccess)));

    private static double At95(double[] sorted) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, sorted.Length * 95 / 100)];

    /// <summary>Of nothing, all is right.</summary>
    private static double Share(IEnumerable<bool> outcomes) => outcomes.Select(outcome => outcome ? 1.0 : 0).DefaultIfEmpty(1).Average();

    private static Score AtLeast(string name, double share, double gate) => new(name, Percent(share), $"≥ {Percent(gate)}", share >= gate);

    private static Score None(string name, IReadOnlyList<string> wrong) => new(name, $"{wrong.Count}", "0", wrong.Count == 0);

    private static Score Figure(string name, string value) => new(name, value, "–", true);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F1} %");
}

/// <summary>What the figures must be, as shares of one.</summary>
internal sealed record Gates(double Success, double Robust, double Offers, double Zones, int TurnsToDeal, double HandOffs)
{
    public static readonly Gates Embedded = new(0.95, 0.95, 0.98, 0.95, 5, 0.95);

    public static readonly Gates Model = new(0.85, 0.70, 0.98, 0.95, 6, 0.80);
}
