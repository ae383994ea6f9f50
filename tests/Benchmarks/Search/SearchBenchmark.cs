using System.Diagnostics;
using System.Globalization;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;

namespace WaSaas.Benchmarks.Search;

/// <summary>The index of one large shop: build time, memory and latency of questions as customers write them. Fails over the targets.</summary>
internal static class SearchBenchmark
{
    private const int Products = 10_000;
    private const double MostMilliseconds = 0.1;
    private const double MostMegabytes = 10;
    private const double MostSeconds = 1.5;
    private const int Seed = 3;

    public static int Run(bool quick)
    {
        var items = Catalogue.Draw(Seed, Products);
        _ = new CatalogueIndex(items);
        var (index, seconds, megabytes) = Build(items);
        var evaluation = new QueryEvaluation(index);
        var questions = Catalogue.Questions(Seed, quick ? 5_000 : 50_000);
        _ = Ask(evaluation, questions);
        var (times, found) = Ask(evaluation, questions);
        Array.Sort(times);
        var (p50, p99) = (times[times.Length / 2], times[times.Length * 99 / 100]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Products} products: build {seconds:f2} s, {megabytes:f1} MB; {questions.Count} questions: p50 {p50:f3} ms, p99 {p99:f3} ms, worst {times[^1]:f2} ms, {100.0 * found / questions.Count:f1} % found"));
        return p99 <= MostMilliseconds && megabytes <= MostMegabytes && seconds <= MostSeconds ? 0 : 1;
    }

    /// <summary>Memory of index and what it keeps of the products; their texts are counted, since nobody else holds them.</summary>
    private static (CatalogueIndex Index, double Seconds, double Megabytes) Build(List<CatalogueItem> items)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = new CatalogueIndex([.. items.Select(Copy)]);
        var seconds = watch.Elapsed.TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(items);
        return (index, seconds, bytes / 1_048_576.0);
    }

    private static CatalogueItem Copy(CatalogueItem item) => item with
    {
        Sku = new string(item.Sku.AsSpan()),
        Name = new string(item.Name.AsSpan()),
        Description = new string(item.Description.AsSpan()),
    };

    private static (double[] Times, int Found) Ask(QueryEvaluation evaluation, List<string> questions)
    {
        var times = new double[questions.Count];
        var found = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            found += evaluation.Evaluate(questions[i], 5).Items.Count > 0 ? 1 : 0;
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return (times, found);
    }
}
