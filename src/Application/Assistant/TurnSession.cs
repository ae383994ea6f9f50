using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant;

/// <summary>One attempt of one brain at a turn: what it called, what came back, what it staged.</summary>
internal sealed class TurnSession(TurnContext turn, string language, List<ToolTrace> trace)
{
    private readonly List<ToolResult> _results = [];

    public TurnContext Turn { get; } = turn;

    /// <summary>fr or en; decided by code before any brain.</summary>
    public string Language { get; } = language;

    public IReadOnlyList<ToolResult> Results => _results;

    public IEnumerable<Fact> Facts => _results.SelectMany(result => result.Facts);

    /// <summary>Staged: stored by the caller of the assistant together with the answer.</summary>
    public StagedHandOff? HandOff { get; private set; }

    public void Record(string tool, string arguments, ToolResult result, TimeSpan took)
    {
        _results.Add(result);
        Note(tool, arguments, ToolJson.Write(result), took);
    }

    public void Note(string name, string arguments, string result, TimeSpan took) =>
        trace.Add(new ToolTrace(name, arguments, result, Math.Round(took.TotalMilliseconds, 3)));

    /// <summary>The first reason stands: asking twice changes nothing.</summary>
    public StagedHandOff Stage(StagedHandOff handOff) => HandOff ??= handOff;

    public IEnumerable<string> CustomerWords => Turn.History
        .Where(message => message.Author == MessageAuthor.Customer)
        .Concat(Turn.Incoming)
        .Select(message => message.Text ?? "");
}

/// <summary>Reason as a code of <see cref="HandOffReasons"/>, and the sentence that tells the customer.</summary>
internal sealed record StagedHandOff(string Reason, string Sentence);
