namespace WaSaas.Application.Catalogue.Search;

/// <summary>A term in a product. Eight bytes: a large shop has a hundred thousand of them.</summary>
internal readonly struct Posting(int document, bool inTitle, float score)
{
    private readonly int _packed = (document << 1) | (inTitle ? 1 : 0);

    public int Document => _packed >> 1;

    public bool InTitle => (_packed & 1) != 0;

    /// <summary>What the term adds to the product's score.</summary>
    public float Score { get; } = score;
}

/// <summary>Where a term's postings stand among those of all terms.</summary>
internal readonly record struct PostingList(int Start, int Count);

internal static class Postings
{
    public static bool ContainsTitle(this ReadOnlySpan<Posting> postings)
    {
        foreach (var posting in postings)
        {
            if (posting.InTitle)
            {
                return true;
            }
        }

        return false;
    }
}
