using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Words an answer from what the tools returned, and from nothing else.</summary>
internal sealed class Renderer(Situation situation, Speaker speaker)
{
    private const int MaxExamples = 3;

    private readonly ItemLines _lines = new(situation.Turn, speaker.Language);
    private readonly OrderLines _order = new(situation, speaker);
    private readonly Outcome _outcome = new(situation);
    private readonly Reading _reading = situation.Reading;

    public string Render()
    {
        var parts = Parts().Where(part => part.Length > 0).ToList();
        parts.AddRange(situation.Ledger.All<HandOffResult>().Take(1).SelectMany(result => result.Facts).Select(fact => fact.Sentence));
        if (parts.Count == 0 && !situation.Ledger.All<RecapResult>().Any())
        {
            return speaker.Say(Wording.Understood);
        }

        return string.Join(parts.Exists(part => part.Contains('\n', StringComparison.Ordinal)) ? "\n" : " ", parts);
    }

    private IEnumerable<string> Parts()
    {
        if (situation.Ledger.Last<OptOutResult>() is { } optOut)
        {
            return optOut.Facts.Select(fact => fact.Sentence);
        }

        return !_reading.HasText && !_reading.HasPin && !_reading.HasItems
            ? [_outcome.HandedOff ? "" : speaker.Ask(Question.Of(QuestionKind.Text), Wording.ForWordless(situation.Turn.Incoming))]
            : [Opening(), Identity(), .. About(), .. Trade(), Ending()];
    }

    private string Identity() => _reading.Wants(Intent.Identity) && !_outcome.HandedOff ? speaker.Say(Wording.Identity, speaker.Shop) : "";

    private IEnumerable<string> About() =>
        _outcome.IsOffTopic ? [speaker.Say(Wording.OffTopic, speaker.Shop)]
        : _outcome.WantsShelf ? [Shelf()]
        : [Items(), .. Informed()];

    private IEnumerable<string> Trade() =>
        _outcome.IsOffTopic ? [] : [.. Price(), .. _order.Cart(), .. _order.Delivery(), _order.Wish(), .. _order.Order()];

    private IEnumerable<string> Price() => situation.Ledger.All<PriceResult>()
        .Where(price => !AlreadyInCart(price))
        .SelectMany(price => new PriceLines(speaker).Of(price, _reading.IsSpoken));

    // "C'est noté: 2 × ..., 24 000 F" says the agreed price already.
    private bool AlreadyInCart(PriceResult price) => price is { Decision: Domain.Negotiation.Decision.Accept, CustomerOffer: null, Agreement.WaivedDelivery: null }
        && situation.Ledger.All<CartResult>().Any();

    /// <summary>A greeting is returned; alone it is an invitation. The first answer's greeting is the assistant's introduction.</summary>
    private string Opening()
    {
        if (!_reading.Wants(Intent.Greeting))
        {
            return "";
        }

        var alone = (_reading.Intents & ~(Intent.Greeting | Intent.Yes | Intent.Thanks)) == 0
            && !_outcome.HasItems && !_outcome.HasActed && !_outcome.IsNotUnderstood && !_outcome.HandedOff;
        var word = Greetings.At(situation.Turn, speaker.Language);
        return alone ? speaker.Say(Wording.Greeting, word, speaker.Shop) : situation.Turn.FirstAnswer ? "" : speaker.Language == "en" ? $"{word}!" : $"{word}\u202f!";
    }

    private string Shelf() => situation.Shelf is { Items.Count: > 0 } shelf
        ? $"{speaker.Say(Wording.Listing, speaker.Shop)}\n{_lines.List(shelf.Items)}\n{speaker.Ask(Which(shelf), Wording.WhichOne)}"
        : speaker.Say(Wording.EmptyShop);

    private string Items()
    {
        if (situation.IsUndecided && situation.Found is { } several)
        {
            return $"{speaker.Say(Wording.Several)}\n{_lines.List(several.Items)}\n{speaker.Ask(Which(several), Wording.WhichOne)}";
        }

        if (situation.Ledger.All<CartResult>().Any() && !_reading.Wants(Intent.Availability))
        {
            return "";
        }

        var asks = new Lookups(situation).AsksAboutItem || Chose;
        if (!asks && situation.Ledger.Calls.Any(call => call.Result is not (CatalogueResult or ProductResult or ToolError)))
        {
            return "";
        }

        return situation.Found is { Items.Count: > 0 } found ? Found(found) : situation.Ledger.Last<ProductResult>() is { } product && asks && !situation.Ledger.Has(ToolNames.ProposePrice) ? Product(product) : "";
    }

    /// <summary>"Le deuxième", of a list that was shown.</summary>
    private bool Chose => situation is { Asked: QuestionKind.WhichProduct, Named.Count: 1, Found: null };

    private string Found(CatalogueResult found)
    {
        var items = situation.Named.Count == 1 && found.Items.FirstOrDefault(item => item.Sku == situation.Named[0]) is { } named ? [named] : found.Items;
        if (situation.Ledger.Last<ProductResult>() is { } product && items.Count == 1)
        {
            return Product(product);
        }

        // The price is told by the haggle when there is one.
        var isPriced = situation.Ledger.Has(ToolNames.ProposePrice) && !_reading.Wants(Intent.Availability);
        return isPriced ? "" : items.Count == 1
            ? _lines.Sentence(items[0], _reading.Wants(Intent.Availability), _reading.Wants(Intent.Price), found.Match == CatalogueResult.Exact)
            : $"{speaker.Say(Wording.Several)}\n{_lines.List(items)}";
    }

    private string Product(ProductResult product)
    {
        var namesVariant = Choice.Named(_reading.Text, [.. product.Variants.Select(variant => variant.Name)]) is not null;
        var line = _reading.Wants(Intent.Price | Intent.Availability) || !_reading.Wants(Intent.Details) || namesVariant
            ? _lines.Sentence(product.Item, _reading.Wants(Intent.Availability), _reading.Wants(Intent.Price), isExact: true)
            : "";
        var wanted = _reading.Wants(Intent.Bulk) ? FactKind.Tier : FactKind.Detail;
        var details = product.Facts.Where(fact => _reading.Wants(Intent.Details | Intent.Bulk)).Where(fact => fact.Kind == wanted || (wanted == FactKind.Detail && fact.Kind == FactKind.Warranty)).Select(fact => fact.Sentence);
        var answer = string.Join(' ', details.Prepend(line).Where(part => part.Length > 0));
        return answer.Length > 0 ? answer : speaker.Say(OrderWording.NoDetail, product.Item.Name);
    }

    private IEnumerable<string> Informed()
    {
        foreach (var result in situation.Ledger.Calls.Select(call => call.Result))
        {
            yield return result switch
            {
                ShopInfoResult { Facts.Count: 0 } => speaker.Say(OrderWording.NoInfo),
                PhotoResult { Count: 0 } => speaker.Say(OrderWording.NoPhoto),
                ShopInfoResult info => string.Join('\n', info.Facts.Select(fact => fact.Sentence)),
                OrderStatusResult status => string.Join('\n', status.Facts.Select(fact => fact.Sentence)),
                PhotoResult photo => string.Join(' ', photo.Facts.Select(fact => fact.Sentence)),
                _ => "",
            };
        }
    }

    private string Ending()
    {
        if (_outcome.HandedOff)
        {
            return "";
        }

        return new[] { WhichTalk(), Offered(), Misunderstood(), Declined(), _order.Missing(), Closing() }.FirstOrDefault(part => part.Length > 0) ?? "";
    }

    /// <summary>Her yes may be for each of the prices that stand open.</summary>
    private string WhichTalk()
    {
        if (!new PriceCalls(situation).AsksWhichTalk)
        {
            return "";
        }

        var talks = situation.OpenTalks;
        var named = string.Join(", ", talks.Select(talk => speaker.Say(PriceWording.TalkAt, talk.Names is [var name, ..] ? name : talk.Skus[0], talk.Total.Text)));
        return speaker.Ask(new Question(QuestionKind.WhichProduct, [.. talks.Select(talk => talk.Skus[0])]), talks.Count == 2 ? PriceWording.WhichTalk : PriceWording.WhichTalks, named);
    }

    /// <summary>The shop took her number, or she asked for one that it has: does she want it?</summary>
    private string Offered() =>
        situation.Ledger.Last<PriceResult>() is { Decision: Domain.Negotiation.Decision.Accept } && !situation.Ledger.Has(ToolNames.SetCart) && speaker.Asked is null && situation.Targets.Any(sku => situation.InCart(sku) is null)
            ? speaker.Ask(Question.Of(QuestionKind.AnythingElse), PriceWording.KeepIt)
        : situation.Amounts.Any(amount => amount.IsForeign) && !situation.Ledger.Has(ToolNames.ProposePrice)
            ? speaker.Ask(Question.Of(QuestionKind.YourPrice), PriceWording.ForeignMoney, Common.MoneyText.NameOf(situation.Turn.Tenant.Currency))
        : "";

    private string Misunderstood() =>
        situation.Ledger.ErrorOf(ToolNames.ProposePrice) is not null ? speaker.Ask(Question.Of(QuestionKind.YourPrice), PriceWording.YourPrice, situation.Targets.Select(situation.NameOf).FirstOrDefault(name => name is not null) ?? speaker.Shop)
        : _outcome.IsNotFound ? speaker.Say(Wording.NotFound, _outcome.NotFoundWords)
        : _outcome.LacksItem ? WhichItem()
        : _outcome.IsNotUnderstood && situation.Asked is QuestionKind.Name or QuestionKind.Phone or QuestionKind.Place ? _order.Missing()
        : _outcome.IsNotUnderstood ? speaker.Ask(Question.Of(QuestionKind.Clarify), Wording.Clarify)
        : _reading.Wants(Intent.Delivery | Intent.Whereabouts) && !situation.Ledger.Has(ToolNames.QuoteDelivery) && !situation.Ledger.Has(ToolNames.ProposePrice) && speaker.Asked is null && (situation.Desk.Cart.Zone is null || _reading.Wants(Intent.Change))
            ? speaker.Ask(Question.Of(QuestionKind.Place), OrderWording.WherePlace)
        : situation.Asked is QuestionKind.ConfirmPlace or QuestionKind.WhichPlace && _reading.Answer == Answer.No
            ? speaker.Ask(Question.Of(QuestionKind.Place), OrderWording.WherePlace)
        : "";

    /// <summary>Who says no to a question of ours is not asked the next one.</summary>
    private string Declined() => _reading.Answer == Answer.No && !_outcome.HasActed && situation.Asked is QuestionKind.Place or QuestionKind.Name or QuestionKind.Phone
        ? speaker.Say(OrderWording.NoRush)
        : "";

    private string WhichItem() => situation.Shelf is { Items.Count: > 0 } shelf
        ? speaker.Say(Wording.WhichItem, string.Join(", ", shelf.Items.Take(MaxExamples).Select(item => item.Name)))
        : speaker.Say(Wording.WhichItemPlain);

    private string Closing()
    {
        var nothingSaid = !_outcome.HasItems && !_outcome.HasActed && !_outcome.WantsShelf && !_outcome.IsOffTopic;
        return _reading.Wants(Intent.Bye) ? speaker.Say(Wording.Bye, speaker.Shop)
            : !nothingSaid || _reading.Wants(Intent.Identity) ? ""
            : situation.Desk.Recap is not null && !_reading.Wants(Intent.Thanks | Intent.Greeting) ? speaker.Say(_reading.Answer == Answer.No ? OrderWording.WhatToChange : OrderWording.SayYes)
            : situation is { IsHaggling: true, Standing.State: not Domain.Negotiation.Decision.Final } && _reading.Answer == Answer.No && !_reading.Wants(Intent.Cancel)
                ? speaker.Ask(Question.Of(QuestionKind.YourPrice), PriceWording.WhatThen)
            : _reading.Answer == Answer.No || _reading.Wants(Intent.Cancel) ? speaker.Say(OrderWording.NoRush)
            : _reading.Wants(Intent.Thanks) ? speaker.Say(Wording.Thanks)
            : _reading.Wants(Intent.Greeting) && _reading.Query is null ? ""
            : speaker.Say(Wording.Understood);
    }

    private static Question Which(CatalogueResult result) => new(QuestionKind.WhichProduct, [.. result.Items.Select(item => item.Sku)]);
}
