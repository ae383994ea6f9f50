using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>
/// Picks a variant by what was said: the same talk is worded alike on every channel and in every run, and a customer who
/// repeats herself does not hear the same sentence twice in a row.
/// </summary>
internal static class TurnSeed
{
    private const int Reach = 2;

    public static int Of(TurnContext turn)
    {
        var said = turn.History.TakeLast(Reach).Concat(turn.Incoming).Where(message => message.Author != MessageAuthor.Vendor).Select(message => message.Text ?? "");

        // FNV-1a: unlike GetHashCode it is the same in every process.
        var hash = 2166136261u;
        foreach (var letter in string.Join('\n', said))
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash % int.MaxValue);
    }
}
