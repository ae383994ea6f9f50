using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Domain.Negotiation;

public readonly record struct NegotiationId(Guid Value) : IId<NegotiationId>
{
    public static NegotiationId From(Guid value) => new(value);
}

/// <summary>
/// All haggling between one customer and the shop over one product, or over one cart: how far it has come, and what was
/// agreed. One per contact and subject; it outlives conversations, so that coming back tomorrow does not start anew.
/// </summary>
public sealed class PriceNegotiation : AggregateRoot, ITenantOwned
{
    private readonly List<Agreement> _agreements = [];

    private PriceNegotiation()
    {
    }

    public TenantId TenantId { get; private set; }

    public NegotiationId Id { get; private set; }

    public ContactId ContactId { get; private set; }

    /// <summary>Which product or basket: <see cref="Subject.Key"/>.</summary>
    public string SubjectKey { get; private set; } = "";

    /// <summary>Over a whole basket, not one product.</summary>
    public bool IsOverCart => CartSubject.IsKey(SubjectKey);

    public HaggleState State { get; private set; } = HaggleState.Fresh;

    /// <summary>What was said, oldest first, at most <see cref="HaggleStep.Most"/>.</summary>
    public IReadOnlyList<HaggleStep> Steps { get; private set; } = [];

    public DateTimeOffset LastMoveAt { get; private set; }

    /// <summary>Counts up with each change: two turns at once notice each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Agreement> Agreements => _agreements;

    /// <param name="before">The customer's last haggle over another basket: its patience carries over.</param>
    public static PriceNegotiation Start(TenantId tenantId, ContactId contact, Subject subject, DateTimeOffset at, PriceNegotiation? before = null) => new()
    {
        TenantId = tenantId,
        Id = Common.Id.New<NegotiationId>(),
        ContactId = contact,
        SubjectKey = subject.Key,
        State = before?.StateAt(subject.Rule, at).ForAnotherBasket() ?? HaggleState.Fresh,
        LastMoveAt = at,
    };

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact)
    {
        ContactId = contact;
        Version++;
    }

    public Result<PriceReply> Answer(Subject subject, CustomerMove move, DateTimeOffset at, SalesAids? aids = null)
    {
        if (subject.Key != SubjectKey)
        {
            throw new ArgumentException("This negotiation is about something else.", nameof(subject));
        }

        if (move.Quantity < 1 || move.Quantity > subject.MaxQuantity)
        {
            return NegotiationErrors.QuantityRange;
        }

        var turn = new NegotiationTurn(subject, StateAt(subject.Rule, at), move, aids ?? SalesAids.None);
        if (Binding(move.Quantity, at) is { } standing)
        {
            return Moved(turn.Told, at, subject, move, turn.AgreedBefore(standing));
        }

        var outcome = turn.Play(at);
        if (outcome.Error is { } error)
        {
            return error;
        }

        var (state, reply, agreement) = outcome.Value!;
        if (agreement is not null)
        {
            _agreements.Add(agreement.Within(this));
            Raise(new PriceAgreed(TenantId, Id, agreement.Id));
        }

        return Moved(state, at, subject, move, reply);
    }

    /// <summary>An order cites the agreement. Once.</summary>
    public Result Use(AgreementId id, DateTimeOffset at)
    {
        var agreement = _agreements.Find(agreement => agreement.Id == id);
        if (agreement is null)
        {
            return NegotiationErrors.AgreementUnknown;
        }

        var used = agreement.Use(at);
        Version += used.IsOk ? 1 : 0;
        return used;
    }

    /// <summary>The goods ran out: nothing that was agreed about them can be kept.</summary>
    public void WithdrawForStockOut()
    {
        _agreements.ForEach(agreement => agreement.Withdraw());
        Version++;
    }

    /// <summary>The live agreement that holds for this quantity, the cheapest when there are several.</summary>
    public Agreement? Binding(int quantity, DateTimeOffset at) =>
        _agreements.Where(agreement => agreement.Binds(quantity, at)).MinBy(agreement => agreement.Unit);

    /// <summary>What the agreement that binds this quantity makes of its price; null when none does. Changes nothing.</summary>
    public PriceReply? Agreed(Subject subject, int quantity, DateTimeOffset at) => Binding(quantity, at) is { } standing
        ? new NegotiationTurn(subject, StateAt(subject.Rule, at), new CustomerMove.Ask(quantity), SalesAids.None).AgreedBefore(standing)
        : null;

    /// <summary>What these pieces cost at present, and whether that is settled.</summary>
    internal (long Amount, bool Settled) CurrentAmount(PriceRule rule, int quantity, DateTimeOffset at)
    {
        var state = StateAt(rule, at);
        var standing = new Haggle(rule, state, quantity).Standing * quantity;
        return Binding(quantity, at) is { } agreement
            ? (Math.Min(standing, agreement.AmountFor(quantity)), true)
            : (standing, state.IsFinal);
    }

    /// <summary>Within the cool-down a haggle goes on where it stopped; after it, it starts afresh.</summary>
    private HaggleState StateAt(PriceRule rule, DateTimeOffset at) => at - LastMoveAt > rule.CoolDown
        ? HaggleState.Fresh
        : State with { Offers = State.Offers.NotBelow(rule.Floor) };

    private PriceReply Moved(HaggleState state, DateTimeOffset at, Subject subject, CustomerMove move, PriceReply reply)
    {
        (State, LastMoveAt) = (state, at);
        Steps = HaggleStep.Append(Steps, HaggleStep.Of(subject, move, reply, at));
        Version++;
        return reply;
    }
}

public sealed record PriceAgreed(TenantId TenantId, NegotiationId NegotiationId, AgreementId AgreementId) : IDomainEvent;
