using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Application.Assistant;

/// <summary>One attempt of one brain at a turn: what it called, what came back, what it staged.</summary>
internal sealed class TurnSession(TurnContext turn, string language, Desk desk, List<ToolTrace> trace)
{
    private readonly List<ToolResult> _results = [];

    public TurnContext Turn { get; } = turn;

    /// <summary>fr or en; decided by code before any brain.</summary>
    public string Language { get; } = language;

    /// <summary>Where the tools work; what they change there is stored with the answer.</summary>
    public Desk Desk { get; } = desk;

    /// <summary>What was asked last in this attempt, by a tool or by the brain itself.</summary>
    public Question? Asked { get; set; }

    /// <summary>The system itself says something: a brain may then have nothing to add.</summary>
    public bool SpeaksForItself => Desk.Staged.Replies.Count > 0;

    public IReadOnlyList<ToolResult> Results => _results;

    public IEnumerable<Fact> Facts => _results.SelectMany(result => result.Facts);

    /// <summary>Staged: stored by the caller of the assistant together with the answer.</summary>
    public StagedHandOff? HandOff { get; private set; }

    public void Record(string tool, string arguments, ToolResult result, TimeSpan took)
    {
        _results.Add(result);
        Note(tool, arguments, ToolJson.Write(result), took);
    }

    public Amount Amount(long minor) => new(minor, MoneyText.Of(Turn.Tenant.Price(minor), Language));

    public void Note(string name, string arguments, string result, TimeSpan took) =>
        trace.Add(new ToolTrace(name, arguments, result, Math.Round(took.TotalMilliseconds, 3)));

    /// <summary>The first reason stands: asking twice changes nothing.</summary>
    public StagedHandOff Stage(StagedHandOff handOff) => HandOff ??= handOff;

    /// <summary>What is remembered until the next turn goes with all else that was staged.</summary>
    public IStagedEffects Finish()
    {
        Desk.Notes = Desk.Notes with { Asked = QuestionNotes.Write(Asked), Misses = IsMiss() ? Desk.Notes.Misses + 1 : 0 };
        return new DeskEffects(Desk);
    }

    /// <summary>Nothing was understood, or nothing found that was looked for.</summary>
    private bool IsMiss() => Asked?.Kind is QuestionKind.Clarify or QuestionKind.Text
        || (_results.Count > 0 && _results.TrueForAll(result => result is ToolError or CatalogueResult { Items.Count: 0 } or DeliveryResult { Place: PlaceStatus.Unknown }));

    public IEnumerable<string> CustomerWords => Turn.History
        .Where(message => message.Author == MessageAuthor.Customer)
        .Concat(Turn.Incoming)
        .Select(message => message.Text ?? "");
}

/// <summary>Reason as a code of <see cref="HandOffReasons"/>, and the sentence that tells the customer.</summary>
internal sealed record StagedHandOff(string Reason, string Sentence);
