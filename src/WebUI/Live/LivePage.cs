namespace WaSaas.WebUI.Live;

/// <summary>What a connected page shows, as the layout wrote it into the address of the stream.</summary>
public sealed record LiveQuery(string Page, Guid? Id, string? Filter, string? Search);

/// <summary>A part of a page to be shown anew.</summary>
/// <param name="Target">CSS selector.</param>
/// <param name="View">Path of the partial, which draws the element of that selector itself.</param>
/// <param name="Model">What the partial shows.</param>
public sealed record LiveRegion(string Target, string View, object Model)
{
    /// <summary>Replaces the element and keeps what did not change: focus, typed text, scrolling.</summary>
    public string Swap { get; init; } = "outerMorph";
}

/// <summary>Knows which parts of one page an announcement touches, and reads them.</summary>
public interface ILivePage
{
    /// <summary>Whether it has something to say about this page.</summary>
    bool Shows(string page);

    Task<IReadOnlyList<LiveRegion>> RegionsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct);
}
