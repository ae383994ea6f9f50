using System.Diagnostics;
using System.Globalization;

namespace WaSaas.Benchmarks.Sessions;

/// <summary>
/// The gateway with its host beside a bare Baileys program, on the same sandbox in the same run: memory and resuming,
/// latency of an answer, messages a second, and being idle. Each fails over its target.
/// </summary>
internal static class SessionBenchmarks
{
    private const double MostMemory = 1.15;
    private const double MostAddedMilliseconds = 15;
    private const double LeastThroughput = 0.5;
    private const double MostIdlePercent = 2;

    public static int Memory(bool quick) => Run(async network =>
    {
        int[] steps = quick ? [1, 5, 10] : [1, 50, 200];
        var bare = await GrowAsync(new BareProgram(network), network, steps);
        var ours = await GrowAsync(await WholeHost.StartAsync(network), network, steps);
        Say($"slope {ours / bare:f2} x bare (target {MostMemory:f2})");
        return ours <= MostMemory * bare;
    });

    public static int Latency(bool quick) => Run(async network =>
    {
        var rounds = quick ? 40 : 300;
        var bare = await AnswersAsync(new BareProgram(network), network, rounds);
        var ours = await AnswersAsync(await WholeHost.StartAsync(network), network, rounds);
        Say($"added p50 {ours - bare:f1} ms (target {MostAddedMilliseconds:f0})");
        return ours - bare <= MostAddedMilliseconds;
    });

    public static int Throughput(bool quick) => Run(async network =>
    {
        var (each, met) = (quick ? 20 : 100, true);
        foreach (var (sessions, customers) in new[] { (1, 10), (20, 1) })
        {
            var bare = await RateAsync(new BareProgram(network), network, sessions, customers, each);
            var ours = await RateAsync(await WholeHost.StartAsync(network), network, sessions, customers, each);
            Say($"{sessions} sessions: {ours / bare:f2} x bare (target {LeastThroughput:f2})");
            met &= ours >= LeastThroughput * bare;
        }

        return met;
    });

    /// <summary>What it costs to be there while nobody writes: the workers' looking around, watches, keep-alives.</summary>
    public static int Idle(bool quick) => Run(async network =>
    {
        await using var subject = await WholeHost.StartAsync(network);
        var (met, linked) = (true, 0);
        foreach (var sessions in quick ? [0, 5] : new[] { 0, 50 })
        {
            for (; linked < sessions; linked++)
            {
                await subject.LinkAsync(await network.NewPhoneAsync());
            }

            // What follows the linking is over by then.
            await Task.Delay(TimeSpan.FromSeconds(quick ? 5 : 30));
            var seconds = quick ? 10 : 60;
            var spent = Cpu.SpentBy(subject.Processes);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var percent = spent.Zip(Cpu.SpentBy(subject.Processes), (from, to) => (to - from) / seconds / 10).ToList();
            Say($"{sessions} sessions at rest: gateway {percent[0]:f1} %, host {percent[1]:f1} % of a core (target for the host {MostIdlePercent:f0})");
            met &= percent[1] <= MostIdlePercent;
        }

        return met;
    });

    private static int Run(Func<Network, Task<bool>> measure) => MeasureAsync(measure).GetAwaiter().GetResult() ? 0 : 1;

    private static async Task<bool> MeasureAsync(Func<Network, Task<bool>> measure)
    {
        await using var network = await Network.StartAsync();
        return await measure(network);
    }

    /// <returns>Megabytes a session between the first and the last step.</returns>
    private static async Task<double> GrowAsync(ISubject subject, Network network, int[] steps)
    {
        await using var _ = subject;
        var (linked, sizes) = (0, new List<double>());
        foreach (var step in steps)
        {
            for (; linked < step; linked++)
            {
                await subject.LinkAsync(await network.NewPhoneAsync());
            }

            sizes.Add(await Sessions.Memory.SettledAsync(subject.ProcessId));
        }

        var slope = (sizes[^1] - sizes[0]) / (steps[^1] - steps[0]);
        var watch = Stopwatch.StartNew();
        await subject.ResumeAsync();
        var memory = string.Join(", ", steps.Zip(sizes, (n, size) => string.Create(CultureInfo.InvariantCulture, $"{n}: {size:f0} MB")));
        var resumed = watch.Elapsed.TotalSeconds;
        var after = await Sessions.Memory.SettledAsync(subject.ProcessId);
        Say($"{subject.Name}: {memory}; {slope:f2} MB a session; {steps[^1]} resumed in {resumed:f1} s, then {after:f0} MB");
        return slope;
    }

    /// <returns>The median in milliseconds.</returns>
    private static async Task<double> AnswersAsync(ISubject subject, Network network, int rounds)
    {
        await using var _ = subject;
        await subject.EchoAsync(on: true);
        var phone = await network.NewPhoneAsync();
        await subject.LinkAsync(phone);
        var customer = await network.NewCustomerAsync();
        var times = new List<double>();
        var spent = new List<double>();
        // Both programs are compiled while they run; as much again goes before, so that only the running is compared.
        for (var round = -rounds; round < rounds; round++)
        {
            spent = round == 0 ? Cpu.SpentBy(subject.Processes) : spent;
            var time = await network.AskAsync(customer, phone);
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        times.Sort();
        Say($"{subject.Name}: p50 {times[rounds / 2]:f1} ms, p95 {times[rounds * 95 / 100]:f1} ms, p99 {times[rounds * 99 / 100]:f1} ms");
        Say($"  {await subject.BreakdownAsync()}; {Cpu.Since(spent, subject.Processes, rounds)} ms of processor an answer");
        return times[rounds / 2];
    }

    /// <returns>Messages a second, until the last one is durable (bare: seen).</returns>
    private static async Task<double> RateAsync(ISubject subject, Network network, int sessions, int customers, int each)
    {
        await using var _ = subject;
        var pairs = new List<(string Customer, string Phone)>();
        for (var n = 0; n < sessions; n++)
        {
            var phone = await network.NewPhoneAsync();
            await subject.LinkAsync(phone);
            for (var c = 0; c < customers; c++)
            {
                pairs.Add((await network.NewCustomerAsync(), phone));
            }
        }

        // The first message of each pair opens a Signal session, which is another matter; then both programs are compiled.
        await SendAsync(1);
        await SendAsync(each);
        await UntilAsync(subject.ReadAsync, pairs.Count * (1 + each));
        var spent = Cpu.SpentBy(subject.Processes);
        var watch = Stopwatch.StartNew();
        await SendAsync(each);
        var rate = pairs.Count * each / watch.Elapsed.TotalSeconds;
        await UntilAsync(subject.ReadAsync, pairs.Count * (1 + (2 * each)));
        var read = pairs.Count * each / watch.Elapsed.TotalSeconds;
        Say($"{subject.Name}, {sessions} sessions, {pairs.Count * each} messages: {rate:f0} a second durable, {read:f0} a second in conversations; {Cpu.Since(spent, subject.Processes, pairs.Count * each)} ms of processor a message");
        return rate;

        async Task SendAsync(int count)
        {
            var goal = await subject.ReceivedAsync() + (pairs.Count * count);
            await Task.WhenAll(pairs.Select(p => network.WriteAsync(p.Customer, p.Phone, count)));
            await UntilAsync(subject.ReceivedAsync, goal);
        }
    }

    private static async Task UntilAsync(Func<Task<long>> count, long goal)
    {
        while (await count() < goal)
        {
            await Task.Delay(50);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
