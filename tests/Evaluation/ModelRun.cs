using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WaSaas.Evaluation.Judging;
using WaSaas.Evaluation.Playing;
using WaSaas.Infrastructure.Llm;

namespace WaSaas.Evaluation;

/// <summary>
/// The same cases and judges with a real model: <c>--model</c>, with <c>Llm__BaseUrl</c>, <c>Llm__ApiKey</c> and
/// <c>Llm__Model</c> in the environment. Each case is played several times; the report is written as JSON and Markdown.
/// </summary>
internal static class ModelRun
{
    private const string ModelOption = "--model";
    private const int DefaultTrials = 4;
    private const long MicrosPerUnit = 1_000_000;

    public static bool Wanted(string[] args) => args.Contains(ModelOption);

    /// <returns>0 = all gates hold, 1 = one does not, 2 = there is no model in the environment.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration["Llm:Model"] is not { Length: > 0 } model)
        {
            Console.Error.WriteLine("Set Llm__BaseUrl, Llm__ApiKey and Llm__Model; Llm__Prices__Input and so on for the costs.");
            Console.Error.WriteLine($"Usage: {ModelOption} [--trials {DefaultTrials}] [--max-cost AMOUNT] [--cases FILE] [--out FOLDER]");
            return 2;
        }

        // A server on this machine may be called without TLS, as outside Production.
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development };
        var cases = Replay.After(args, "--cases") is { } file ? CaseFile.Read(file) : CaseFile.ReadAll();
        var scores = await PlayAsync(cases, services => services.AddLlm(configuration, environment), TrialsOf(args), CapOf(args));
        await Report.WriteAsync(Replay.After(args, "--out") ?? Path.Combine("TestResults", "evaluation"), model, scores);
        Console.WriteLine(Report.Markdown(model, scores));
        return scores.Table().All(score => score.Holds) ? 0 : 1;
    }

    /// <param name="cases">What is played.</param>
    /// <param name="model">Puts the model into the town.</param>
    /// <param name="trials">How often each case is played.</param>
    /// <param name="capMicros">No case is begun once so much was spent, in millionths of the currency of the prices; null = no cap.</param>
    public static async Task<Scores> PlayAsync(IReadOnlyList<EvalCase> cases, Action<IServiceCollection> model, int trials, long? capMicros)
    {
        await using var town = await Town.BuildAsync(Town.AllShops(), model);
        var (played, spent) = (cases.Select(_ => new List<Verdict>()).ToArray(), 0L);
        for (var trial = 0; trial < trials; trial++)
        {
            for (var number = 0; number < cases.Count && !(spent >= capMicros); number++)
            {
                var performance = await Actor.PlayAsync(town, cases[number]);
                spent += performance.Turns.Sum(turn => turn.Answer?.Tokens.CostMicros ?? 0);
                played[number].Add(Verdict.Of(performance));
            }
        }

        // A case that the cap cut short says nothing about repeated success.
        return new Scores([.. played.SelectMany(verdicts => verdicts.Take(1))], [.. played.Where(verdicts => verdicts.Count == trials)], Gates.Model);
    }

    private static int TrialsOf(string[] args) => int.TryParse(Replay.After(args, "--trials"), CultureInfo.InvariantCulture, out var trials) && trials > 0 ? trials : DefaultTrials;

    private static long? CapOf(string[] args) => decimal.TryParse(Replay.After(args, "--max-cost"), CultureInfo.InvariantCulture, out var cap) ? (long)(cap * MicrosPerUnit) : null;
}
