using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>
/// All of one customer's business that a turn may touch, as it was read when the attempt began. Tools change these objects
/// and read through them; nothing is written while a brain thinks. A desk serves one attempt and is dropped with it.
/// </summary>
internal sealed class Desk(TurnContext turn, DeskRead read, DeskSources sources)
{
    public Tenant Shop { get; } = turn.Tenant;

    public ConversationId ConversationId { get; } = turn.ConversationId;

    public ContactId ContactId { get; } = turn.ContactId;

    public DateTimeOffset Now { get; } = turn.Now;

    public bool IsTest { get; } = turn.IsTest;

    public Contact? Contact { get; } = read.Contact;

    /// <summary>What was read, with the versions it had then.</summary>
    public DeskRead Read { get; } = read;

    public StagedRows Staged { get; } = new();

    public Cart? Cart { get; private set; } = read.Cart;

    /// <summary>The fee that the cart cites.</summary>
    public DeliveryQuote? Quote { get; private set; } = read.Quote;

    /// <summary>The summary that was made last and is no order yet.</summary>
    public Recap? Recap { get; private set; } = read.Recap;

    public List<PriceOffer> Offers { get; } = [.. read.Offers];

    public List<PriceNegotiation> Negotiations { get; } = [.. read.Negotiations];

    /// <summary>Her orders, the latest first.</summary>
    public List<Order> Orders { get; } = [.. read.Orders];

    public MemoryNotes Notes { get; set; } = read.Memory?.Notes ?? MemoryNotes.Empty;

    public DeskProducts Products { get; } = new(sources, read.Orders, turn);

    public DeskPlaces Places { get; } = new(sources, turn.Tenant);

    public Cart OpenCart()
    {
        if (Cart is null)
        {
            Cart = Cart.Open(Shop.Id, ContactId, ConversationId, Now);
            Staged.Add(Cart);
        }

        return Cart;
    }

    public void Say(PriceOffer offer)
    {
        Offers.Add(offer);
        Staged.Add(offer);
    }

    /// <summary>The fee of exactly this cart.</summary>
    public void Deliver(DeliveryQuote quote)
    {
        if (OpenCart().DeliverFor(quote, Now).Error is { } error)
        {
            throw new InvalidOperationException($"A fee was asked for another cart: {error.Code}.");
        }

        Quote = quote;
        if (quote != Read.Quote)
        {
            Staged.Add(quote);
        }
    }

    public PriceNegotiation? Talk(Subject subject) => Negotiations.Find(talk => talk.SubjectKey == subject.Key);

    public PriceNegotiation OpenTalk(Subject subject)
    {
        if (Talk(subject) is { } known)
        {
            return known;
        }

        var before = subject is CartSubject ? Negotiations.Where(talk => talk.IsOverCart).MaxBy(talk => talk.LastMoveAt) : null;
        var talk = PriceNegotiation.Start(Shop.Id, ContactId, subject, Now, before);
        Negotiations.Add(talk);
        Staged.Add(talk);
        return talk;
    }

    public void Show(Recap recap)
    {
        Recap = recap;
        Staged.Add(recap);
    }

    /// <summary>The next number of the shop; a simulation counts for itself.</summary>
    public async Task<int> NextNumberAsync(CancellationToken ct) => IsTest
        ? Orders.Count(order => order.ConversationId == ConversationId) + 1
        : (await sources.Db.Orders.Where(order => !order.IsTest).MaxAsync(order => (int?)order.Number, ct) ?? 0) + 1;

    public void Took(Order order)
    {
        Orders.Insert(0, order);
        Staged.Order = order;
        (Recap, Quote) = (null, null);
    }
}
