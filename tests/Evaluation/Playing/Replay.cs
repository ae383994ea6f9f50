using WaSaas.Evaluation.Judging;

namespace WaSaas.Evaluation.Playing;

/// <summary>Plays any case file over any shop file, and judges it like the suite; 0 = all cases as expected.</summary>
internal static class Replay
{
    private const string ShopOption = "--shop";
    private const string CasesOption = "--cases";

    public static bool Wanted(string[] args) => args.Contains(ShopOption) || args.Contains(CasesOption);

    public static async Task<int> RunAsync(string[] args)
    {
        if (After(args, ShopOption) is not { } shop || After(args, CasesOption) is not { } file)
        {
            Console.Error.WriteLine($"Usage: {ShopOption} FILE {CasesOption} FILE");
            return 2;
        }

        await using var town = await Town.BuildAsync([shop]);
        var performances = await Actor.PlayAllAsync(town, [.. CaseFile.Read(file).Select(script => script with { Shop = null })]);
        Verdict[] verdicts = [.. performances.Select(Verdict.Of)];
        foreach (var verdict in verdicts)
        {
            Console.WriteLine($"{(verdict.IsSuccess ? "ok  " : "FAIL")} {verdict.Performance.Script.Id}");
            Print(verdict, args.Contains("--talk") || !verdict.IsSuccess);
        }

        Console.WriteLine(Report.Markdown("embedded", new Scores(verdicts, [], Gates.Embedded)));
        return verdicts.All(verdict => verdict.IsSuccess) ? 0 : 1;
    }

    private static void Print(Verdict verdict, bool talk)
    {
        foreach (var turn in talk ? verdict.Performance.Turns : [])
        {
            Console.WriteLine($"      > {turn.Heard.ReplaceLineEndings(" / ")}\n      < {turn.Said.ReplaceLineEndings(" / ")}   [{string.Join(' ', turn.Calls.Select(call => call.Name))}]");
        }

        foreach (var fault in verdict.Faults)
        {
            Console.WriteLine($"      ! {fault}");
        }
    }

    public static string? After(string[] args, string option) => Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
}
