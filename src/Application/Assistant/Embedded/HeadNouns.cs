using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue.Search;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What a product is, in the first word of its name: "la robe" is the long dress, not the lace that makes dresses.</summary>
internal static class HeadNouns
{
    /// <summary>SKUs of those that the words call by it; others were found by what is said about them.</summary>
    public static IReadOnlyList<string> Called(string? words, IReadOnlyList<ItemView> items)
    {
        var said = TextTokens.Of(words ?? "").Where(word => word.Kind == TokenKind.Word).Select(word => Terms.Stem(word.Text)).ToHashSet();
        return [.. items.Where(item => TextTokens.Of(item.Name) is [{ Kind: TokenKind.Word } head, ..] && said.Contains(Terms.Stem(head.Text))).Select(item => item.Sku)];
    }
}
