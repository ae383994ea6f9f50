using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Words the shop's answer to a haggle, from the numbers that the rules gave.</summary>
internal sealed class PriceLines(Speaker speaker)
{
    private const int MostAlternatives = 3;

    public IEnumerable<string> Of(PriceResult price, bool isSpoken)
    {
        var (what, total) = (What(price), price.Total.Text);
        if (isSpoken && price.CustomerOffer is { } heard)
        {
            yield return speaker.Say(PriceWording.Heard, heard.Text);
        }

        yield return price.Reason switch
        {
            ReplyReason.UnitOrTotal => speaker.Ask(
                Question.Of(QuestionKind.UnitOrTotal, $"{price.CustomerOffer?.Minor}"), PriceWording.UnitOrTotal, what, total, price.CustomerOffer?.Text ?? total, price.Quantity),
            ReplyReason.NotAPrice => speaker.Ask(Question.Of(QuestionKind.YourPrice), PriceWording.YourPrice, what),
            ReplyReason.NameYourPrice => speaker.Ask(Question.Of(QuestionKind.YourPrice), PriceWording.NameYourPrice, what, total),
            ReplyReason.AgreedBefore => speaker.Say(PriceWording.AgreedBefore, what, total),
            _ => ByDecision(price, what, total),
        };
        if (PerPiece(price) is { } each)
        {
            yield return speaker.Say(PriceWording.Each, each);
        }

        if (price.Agreement?.WaivedDelivery is { } waived)
        {
            yield return speaker.Say(PriceWording.DeliveryWaived, waived.Text);
        }

        if (price.Alternatives.Count > 0 && price.Decision != Decision.Accept)
        {
            yield return Alternatives(price);
        }
    }

    private string ByDecision(PriceResult price, string what, string total)
    {
        var offer = price.CustomerOffer?.Text;
        var phrase = (price.Decision, price.Reason) switch
        {
            (Decision.Accept, _) => PriceWording.Taken,
            (Decision.NotNegotiable, _) => PriceWording.Fixed,
            (_, ReplyReason.PriceForQuantity) => PriceWording.ForQuantity,
            (Decision.Counter, _) => offer is null ? PriceWording.Counter : PriceWording.CounterToOffer,
            (Decision.Final, _) => offer is null ? PriceWording.Last : PriceWording.LastToOffer,
            _ => offer is null ? PriceWording.Stands : PriceWording.StandsToOffer,
        };
        return speaker.Say(phrase, what, total, offer ?? total);
    }

    private string Alternatives(PriceResult price)
    {
        var ways = price.Alternatives.Where(way => way.Kind != AlternativeKind.AskVendor).Take(MostAlternatives).Select(way => Line(way, price)).ToList();
        var vendor = price.Alternatives.Any(way => way.Kind == AlternativeKind.AskVendor) ? speaker.Say(PriceWording.AskVendor) : "";
        return ways.Count == 0 ? vendor : $"{speaker.Say(PriceWording.Otherwise)}\n{string.Join('\n', ways)}\n{vendor}".TrimEnd();
    }

    private string Line(AlternativeView way, PriceResult price) => way.Kind switch
    {
        AlternativeKind.NextTier => speaker.Say(PriceWording.NextTier, way.Quantity, way.Total.Text),
        AlternativeKind.Bundle => speaker.Say(PriceWording.Bundle, string.Join(" + ", Accessories(way, price)), way.Total.Text),
        AlternativeKind.FreeDelivery => speaker.Say(PriceWording.FreeDelivery, way.Total.Text),
        _ => speaker.Say(PriceWording.Cheaper, way.Lines[0].Name, way.Total.Text),
    };

    private static IEnumerable<string> Accessories(AlternativeView way, PriceResult price)
    {
        var own = price.Lines.Select(line => line.Sku).ToHashSet();
        return way.Lines.Where(line => !own.Contains(line.Sku)).Select(line => line.Name);
    }

    private static string? PerPiece(PriceResult price) =>
        price is { Lines: [{ Quantity: > 1 } line], Reason: not ReplyReason.UnitOrTotal } && line.Unit.Minor * line.Quantity == line.Total.Minor ? line.Unit.Text : null;

    private static string What(PriceResult price) =>
        string.Join(" + ", price.Lines.Select(line => line.Quantity > 1 ? $"{line.Quantity} × {line.Name}" : line.Name));
}
