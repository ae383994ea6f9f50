using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Assistant;
using WaSaas.Evaluation.Judging;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation;

/// <summary>The whole evaluation, played once for all that is asked of it: as written, in four other hands each, and with a liar for a model.</summary>
public sealed class SuiteRun : IAsyncLifetime
{
    internal IReadOnlyList<EvalCase> Cases { get; } = CaseFile.ReadAll();

    internal Scores Scores { get; private set; } = null!;

    internal IReadOnlyList<Performance> Lied { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var plain = await PlayAsync(Cases, null);
        var variants = Enumerable.Range(0, Perturbation.Kinds).SelectMany(number => Cases.Select(script => Perturbation.Of(script, number))).ToArray();
        var changed = await PlayAsync(variants, null);
        Scores = new Scores([.. plain.Select(Verdict.Of)], [.. changed.Select(Verdict.Of).GroupBy(verdict => verdict.Performance.Script.Id.Split('#')[0]).Select(trial => trial.ToList())], Gates.Embedded);
        Lied = await PlayAsync(Cases, services => services.AddSingleton(new ModelBrain("liar", new Liar())));
        var report = Report.Markdown("embedded", Scores);
        Console.WriteLine(report);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<Performance>> PlayAsync(IReadOnlyList<EvalCase> cases, Action<IServiceCollection>? change)
    {
        await using var town = await Town.BuildAsync(Town.AllShops(), change);
        return await Actor.PlayAllAsync(town, cases);
    }
}
