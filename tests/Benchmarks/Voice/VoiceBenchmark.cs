using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Benchmarks.Search;
using WaSaas.Benchmarks.Turns;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Speech;

namespace WaSaas.Benchmarks.Voice;

/// <summary>Voice notes out and in, without the time of any outside service. Fails over the targets.</summary>
internal static class VoiceBenchmark
{
    private const int Seed = 5;
    private const int WarmUps = 20;
    private const int NoteBytes = 1024 * 1024;
    private const int NoteSeconds = 12;
    private const double MostSpeakingSeconds = 0.5;
    private const double MostIntakeMilliseconds = 100;
    private const double MostGrowthMegabytes = 8;

    private const string FifteenSeconds =
        "Bonjour et merci pour votre message. Le bazin riche est à quinze mille sept cent cinquante francs CFA la pièce, et il nous en reste neuf en bleu et en blanc. "
        + "Nous livrons aujourd'hui à Tokoin pour mille cinq cents francs. Voulez-vous que je vous en garde deux pièces ?";

    public static int Run(bool quick) => RunAsync(quick).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(bool quick)
    {
        var spoken = await SpeakAsync(quick ? 5 : 30);
        var taken = await TakeInAsync(quick ? 100 : 1_000);
        return spoken && taken ? 0 : 1;
    }

    private static async Task<bool> SpeakAsync(int notes)
    {
        var voice = new EspeakVoice(new VoiceNotes());
        var (times, length) = (new List<double>(), 0);
        for (var note = 0; note <= notes; note++)
        {
            var start = Stopwatch.GetTimestamp();
            length = (await voice.SpeakAsync(FifteenSeconds, "fr", CancellationToken.None))!.Seconds;
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        // The first one also starts everything.
        times.RemoveAt(0);
        times.Sort();
        Say($"{notes} notes of {length} s spoken: p50 {At(times, 50):f2} s, p95 {At(times, 95):f2} s (target p50 {MostSpeakingSeconds} s)");
        return At(times, 50) <= MostSpeakingSeconds;
    }

    private static async Task<bool> TakeInAsync(int notes)
    {
        var content = new byte[NoteBytes];
        new Random(Seed).NextBytes(content);
        "OggS"u8.CopyTo(content);
        var world = new SilentWorld(content);
        await using var shop = await LargeShop.OpenAsync(Catalogue.Draw(Seed, 100), services => services
            .AddSingleton<IMediaSource>(world).AddSingleton<IMessagingChannel>(world).AddSingleton<ISpeechToText>(world));
        await TakeInAsync(shop, WarmUps);
        var before = Megabytes();
        var times = await TakeInAsync(shop, notes);
        var growth = Megabytes() - before;
        var (p50, p95) = (At(times, 50), At(times, 95));
        Say($"{notes} notes of 1 MB stored and handed over ({world.Heard - WarmUps} heard): p50 {p50:f1} ms, p95 {p95:f1} ms (target p95 {MostIntakeMilliseconds} ms), {growth:f1} MB more (target {MostGrowthMegabytes})");
        return world.Heard == notes + WarmUps && p95 <= MostIntakeMilliseconds && growth <= MostGrowthMegabytes;
    }

    private static async Task<List<double>> TakeInAsync(LargeShop shop, int notes)
    {
        var times = new List<double>();
        for (var note = 0; note < notes; note++)
        {
            var media = new MessageMedia { Source = "sealed", Bytes = NoteBytes, Seconds = NoteSeconds };
            var start = Stopwatch.GetTimestamp();
            await shop.TakeInAsync($"customer-{note % 10}@lid", MessageContent.OfVoice(null, media));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
