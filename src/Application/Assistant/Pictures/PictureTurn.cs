using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>
/// A customer's picture: her words and what she quotes come first, then what a model sees in it, then a question. Code says
/// what comes of it, so that only what the shop sells is named, and never without asking (ADR 0034).
/// </summary>
internal sealed class PictureTurn(PictureSight sight, ICatalogueSearch search)
{
    private const int Most = 3;

    /// <summary>Something of a product is wanted.</summary>
    private const Intent AboutItem = Intent.Price | Intent.Availability | Intent.Order | Intent.Add | Intent.Details | Intent.Haggle | Intent.Offer | Intent.Bulk | Intent.Warranty;

    /// <summary>What is said instead of a brain's answer; null when the picture stands in nobody's way.</summary>
    public async Task<string?> SayAsync(TurnSession session, TurnMeter meter, CancellationToken modelTime, CancellationToken ct)
    {
        var reading = Reading.Of(session.Turn);
        if (PictureAnswers.IsNo(session.Turn))
        {
            session.Asked = Question.Of(QuestionKind.Text);
            return PictureWording.NotThis.Of(session);
        }

        if (reading.Wants(Intent.Person | Intent.Complaint))
        {
            return null;
        }

        if (PaymentReceipts.Say(session, reading) is { } receipt)
        {
            return receipt;
        }

        var pictures = session.Turn.Incoming.Where(message => message is { Kind: MessageKind.Image, Sku: null }).ToList();
        if (pictures.Count == 0 || await NamesProductAsync(reading, ct))
        {
            return null;
        }

        var seen = await sight.LookAsync(session, pictures, meter, modelTime, ct);
        return seen?.Kind == SeenKind.Payment && PaymentReceipts.OrderFor(session, reading) is { } order ? PaymentReceipts.Note(session, order, pictures)
            : seen is not null && await FoundAsync(session, seen, ct) is { Count: > 0 } found ? Ask(session, found)
            : Ask(session, reading);
    }

    private async Task<bool> NamesProductAsync(Reading reading, CancellationToken ct) =>
        reading.Query is { } words && (await search.SearchAsync(words, 1, ct)).Items.Count > 0;

    /// <summary>What the shop sells now of what was seen; a reference that a model invented is none.</summary>
    private async Task<List<Product>> FoundAsync(TurnSession session, SeenPicture seen, CancellationToken ct)
    {
        var found = new List<Product>();
        foreach (var reference in seen.References.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            found.AddRange(await session.Desk.Products.FindAsync(reference, ct) is { } product ? [product] : []);
        }

        if (found.Count == 0 && seen.Words.Length > 0)
        {
            var matches = await search.SearchAsync(seen.Words, Most, ct);
            found.AddRange(await session.Desk.Products.FindAllAsync([.. matches.Items.Select(item => item.Id)], ct));
        }

        return [.. found.Take(Most)];
    }

    private static string Ask(TurnSession session, List<Product> found)
    {
        var names = found.ConvertAll(product => UntrustedText.Clean(product.Name, ItemFacts.MaxQuoted));
        if (found.Count == 1)
        {
            session.Asked = PictureAnswers.Ask(found[0].Sku, names[0]);
            return PictureWording.IsItThis.Of(session, names[0]);
        }

        session.Asked = Question.Of(QuestionKind.WhichProduct, [.. found.Select(product => product.Sku)]);
        return $"{PictureWording.IsItOneOf.Of(session)}\n{string.Join('\n', names.Select(name => $"• {name}"))}\n{Wording.WhichOne.Of(session)}";
    }

    /// <summary>Nobody knows what it shows: it is asked once. After that, and for all other words, the brains answer as ever.</summary>
    private static string? Ask(TurnSession session, Reading reading)
    {
        var order = PaymentReceipts.OrderFor(session, reading);
        var phrase = session.Turn.Desk.Asked?.Kind == QuestionKind.Text ? null
            : reading.HasText ? reading.Wants(AboutItem) ? PictureWording.WhichArticle : null
            : order is null ? null : PictureWording.ArticleOrPayment;
        if (phrase is null)
        {
            return null;
        }

        session.Asked = Question.Of(QuestionKind.Text);
        return phrase.Of(session, order is null ? "" : Desks.OrderNumbers.Text(order));
    }
}
