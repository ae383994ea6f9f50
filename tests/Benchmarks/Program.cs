using WaSaas.Benchmarks.Negotiation;
using WaSaas.Benchmarks.Search;
using WaSaas.Benchmarks.Sessions;
using WaSaas.Benchmarks.Turns;
using WaSaas.Benchmarks.Voice;

// dotnet run --project tests/Benchmarks -c Release -- NAME [--quick]
var benchmarks = new Dictionary<string, Func<bool, int>>
{
    ["negotiation"] = NegotiationBenchmark.Run,
    ["search"] = SearchBenchmark.Run,
    ["turn"] = TurnBenchmark.Run,
    ["voice"] = VoiceBenchmark.Run,
    ["memory"] = SessionBenchmarks.Memory,
    ["latency"] = SessionBenchmarks.Latency,
    ["throughput"] = SessionBenchmarks.Throughput,
    ["idle"] = SessionBenchmarks.Idle,
};

var name = args.FirstOrDefault(arg => !arg.StartsWith('-'));
if (name is null || !benchmarks.TryGetValue(name, out var run))
{
    Console.Error.WriteLine($"Usage: {string.Join(" | ", benchmarks.Keys)} [--quick]");
    return 2;
}

return run(args.Contains("--quick"));
