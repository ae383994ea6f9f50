using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.Evaluation.Playing;

/// <summary>Plays a case, and tells what came of each turn.</summary>
internal static class Actor
{
    public static async Task<Performance> PlayAsync(Town town, EvalCase script, string? conversation = null)
    {
        var shop = town.Shop(script.Shop);
        var (at, played) = (script.Start, new List<PlayedTurn>());
        conversation ??= $"{script.Id}-{Guid.NewGuid():n}";
        foreach (var turn in script.Turns)
        {
            at = played.Count == 0 && turn.At is null ? at : CaseFile.After(at, turn.At);
            played.Add(PlayedTurn.Of(turn, await town.SendAsync(shop, conversation, [.. turn.Messages.Select(Read)], at)) with { At = at });
        }

        return new Performance(script, shop, played);
    }

    /// <summary>Two at a time: the suite's machine has two cores.</summary>
    public static async Task<IReadOnlyList<Performance>> PlayAllAsync(Town town, IReadOnlyList<EvalCase> cases)
    {
        var performances = new Performance[cases.Count];
        await Parallel.ForAsync(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (index, _) =>
            performances[index] = await PlayAsync(town, cases[index]));
        return performances;
    }

    private static SimulatedMessage Read(EvalMessage message) => new(message.From == "vendor", message.Kind switch
    {
        "voice" => MessageContent.OfVoice(message.Text, MessageMedia.Simulated(message.Seconds, message.Confidence)),
        "location" => new MessageContent(MessageKind.Location, message.Text, message.Latitude, message.Longitude),
        "image" => new MessageContent(MessageKind.Image, message.Text),
        _ => MessageContent.OfText(message.Text ?? ""),
    });
}
