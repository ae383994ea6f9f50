using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

public readonly record struct RecapId(Guid Value) : IId<RecapId>
{
    public static RecapId From(Guid value) => new(value);
}

/// <summary>
/// The summary that a customer says yes to: lines, fee, total, place, day. It is stored as it was shown; her yes counts
/// only while everything in it still holds.
/// </summary>
public sealed class Recap : ITenantOwned
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private Recap()
    {
    }

    public TenantId TenantId { get; private set; }

    public RecapId Id { get; private set; }

    public ContactId ContactId { get; private set; }

    public ConversationId ConversationId { get; private set; }

    public Currency Currency { get; private set; } = Currency.Xof;

    public IReadOnlyList<OrderLine> Lines { get; private set; } = [];

    public QuoteId QuoteId { get; private set; }

    public DeliveryPlace Place { get; private set; } = DeliveryPlace.Nowhere;

    public Recipient Recipient { get; private set; } = Recipient.Nobody;

    public PaymentMethod Method { get; private set; }

    public long CashStep { get; private set; }

    public long Goods { get; private set; }

    public long Fee { get; private set; }

    public Eta Eta { get; private set; } = new(null, null, default, null);

    /// <summary>Over everything the customer reads: another content has another hash.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it left towards the customer, and as which message of the conversation.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public long? SentSequence { get; private set; }

    /// <summary>The order it became.</summary>
    public OrderId? OrderId { get; private set; }

    public long Total => Goods + Fee;

    /// <summary>What is asked for in the end; in cash rounded in the customer's favour.</summary>
    public CashAmount ToPay => Payment.Of(Method, Total, CashStep).AtTheDoor;

    /// <param name="cart">The customer's cart.</param>
    /// <param name="quote">The fee that she was told; it has to be the cart's own.</param>
    /// <param name="offers">The prices that she was told, those of the cart's lines among them.</param>
    /// <param name="terms">The shop's.</param>
    /// <param name="at">Now.</param>
    public static Result<Recap> Of(Cart cart, DeliveryQuote? quote, IReadOnlyCollection<PriceOffer> offers, RecapTerms terms, DateTimeOffset at)
    {
        if (RecapChecks.FlawOf(cart, quote, offers, terms, at) is { } flaw)
        {
            return flaw;
        }

        var recap = new Recap
        {
            TenantId = cart.TenantId,
            Id = Common.Id.New<RecapId>(),
            ContactId = cart.ContactId,
            ConversationId = cart.ConversationId,
            Currency = terms.Currency,
            Lines = [.. cart.Lines.Select(OrderLine.Of)],
            QuoteId = quote!.Id,
            Place = DeliveryPlace.Of(quote, cart.Recipient.Directions),
            Recipient = cart.Recipient,
            Method = terms.Method,
            CashStep = terms.CashStep,
            Goods = cart.Goods,
            Fee = quote.Fee.Total,
            Eta = quote.EtaAt(at, terms.Calendar),
            CreatedAt = at,
        };
        recap.Hash = RecapChecks.HashOf(recap, cart.Hash);
        return recap;
    }

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact, ConversationId conversation) => (ContactId, ConversationId) = (contact, conversation);

    /// <summary>The message with it has left. Sequence: its place in the conversation.</summary>
    public void WentOut(long sequence, DateTimeOffset at) => (SentSequence, SentAt) = (SentSequence ?? sequence, SentAt ?? at);

    /// <summary>May this answer confirm the recap, when the cart as it is now would make <paramref name="current"/>?</summary>
    public Result CheckAnswer(Recap current, CustomerAnswer answer, DateTimeOffset at)
    {
        if (OrderId is not null)
        {
            return RecapErrors.Used;
        }

        // A yes that crossed the recap on its way is a yes to something else.
        if (SentSequence is null || answer.ConversationId != ConversationId || answer.Sequence <= SentSequence || answer.ReceivedAt < SentAt)
        {
            return RecapErrors.NotSent;
        }

        if (at - CreatedAt >= Validity)
        {
            return RecapErrors.Expired;
        }

        return current.Hash == Hash ? Result.Ok : RecapErrors.Changed;
    }

    internal void Become(OrderId order) => OrderId = order;
}
