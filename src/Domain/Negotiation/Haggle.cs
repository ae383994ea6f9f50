namespace WaSaas.Domain.Negotiation;

/// <summary>A decision with the state after it. Agreed total: null = nothing was agreed.</summary>
internal readonly record struct Verdict(Decision Decision, ReplyReason Reason, long Unit, long? AgreedTotal, HaggleState State);

/// <summary>One haggling turn at one quantity: a pure function of rule, state and move (ADR 0020).</summary>
internal sealed class Haggle
{
    /// <summary>So many numbers are still weighed after the final offer; more would find the floor step by step.</summary>
    private const int NumbersWeighedAfterFinal = 2;

    private readonly HaggleState _state;
    private readonly Concession _concession;
    private readonly int _quantity;

    public Haggle(PriceRule rule, HaggleState state, int quantity)
    {
        (_state, _quantity) = (state, quantity);
        _concession = rule.At(quantity);
        Standing = Math.Min(_concession.Anchor, state.Offers.Lowest(quantity) ?? _concession.Anchor);
        if (state.IsFinal && _concession.LeavesRoom)
        {
            Standing = Math.Min(Standing, _concession.FinalOffer);
        }
    }

    /// <summary>
    /// The unit price that holds now: the lowest offer made for this quantity or a smaller one. After the final offer every
    /// other quantity has its final price too, so that one word ends the haggle for all of them.
    /// </summary>
    public long Standing { get; }

    /// <summary>No haggling moves the price at this quantity: the time for alternatives.</summary>
    public bool StandsStill => _state.IsFinal || !_concession.LeavesRoom;

    /// <summary>The state once the standing price was told: from then on it binds for more pieces too.</summary>
    public HaggleState Told => Remember(_state, Standing);

    private StyleTerms Style => _concession.Style;

    public Verdict Accept() => Agree(Told, ReplyReason.StandingTaken, Standing, Standing * _quantity);

    public Verdict Ask()
    {
        if (Settled() is { } settled)
        {
            return settled;
        }

        if (_state.Quantity != 0 && _state.Quantity != _quantity)
        {
            return Say(_state, Decision.Hold, ReplyReason.PriceForQuantity, Standing);
        }

        var next = _state with { Turns = _state.Turns + 1 };
        return next.Asks < Style.FreeAsks
            ? Counter(next with { Asks = next.Asks + 1, HalfRounds = next.HalfRounds + 2 }, null, ReplyReason.NameYourPrice)
            : Hold(next, ReplyReason.NameYourPrice);
    }

    /// <param name="total">What the customer would pay for all pieces.</param>
    public Verdict Offer(long total)
    {
        var number = total / _quantity;
        if (number >= Standing)
        {
            return Accept();
        }

        if (_state.IsFinal && _concession.LeavesRoom && number > 0)
        {
            return AfterFinal(number, total);
        }

        if (Settled() is { } settled)
        {
            return settled;
        }

        var next = Hear(number);
        if (number <= 0)
        {
            return Hold(next, ReplyReason.NotAPrice);
        }

        return number >= _concession.Planned(next.HalfRounds)
            ? Agree(next, ReplyReason.NumberTaken, Concession.CeilingOf(total, 1, _quantity), total)
            : Counter(next, number, ReplyReason.PriceStands);
    }

    /// <summary>Coming up is worth a round, insisting half a round; insisting on a lowball, or going down, nothing.</summary>
    private HaggleState Hear(long number)
    {
        var next = _state with { Turns = _state.Turns + 1, BestNumber = Math.Max(_state.BestNumber, number) };
        if (number > _state.BestNumber)
        {
            return next with { HalfRounds = next.HalfRounds + 2 };
        }

        return number == _state.BestNumber && !_concession.IsLowball(number)
            ? next with { HalfRounds = next.HalfRounds + 1 }
            : next;
    }

    private Verdict Counter(HaggleState next, long? number, ReplyReason otherwise)
    {
        var price = Math.Min(Standing, _concession.Counter(next.HalfRounds, number));
        return price < Standing && !IsExhausted(next)
            ? Say(next, Decision.Counter, ReplyReason.Concession, price)
            : Hold(next, otherwise);
    }

    private Verdict Hold(HaggleState next, ReplyReason reason) => IsExhausted(next)
        ? Final(next with { IsFinal = true })
        : Say(next, Decision.Hold, reason, Standing);

    private bool IsExhausted(HaggleState state) =>
        state.HalfRounds >= Style.HalfRounds || state.Turns >= Style.TurnLimit;

    private Verdict? Settled()
    {
        if (!_concession.LeavesRoom)
        {
            return Say(_state, Decision.NotNegotiable, ReplyReason.FixedPrice, Standing);
        }

        return _state.IsFinal ? Final(_state) : null;
    }

    private Verdict AfterFinal(long number, long total)
    {
        var next = _state with
        {
            NumbersAfterFinal = _state.NumbersAfterFinal + 1,
            BestNumber = Math.Max(_state.BestNumber, number),
        };
        return next.NumbersAfterFinal <= NumbersWeighedAfterFinal && number >= _concession.LastAcceptable
            ? Agree(next, ReplyReason.NumberTaken, Concession.CeilingOf(total, 1, _quantity), total)
            : Final(next);
    }

    private Verdict Final(HaggleState next) =>
        Say(next, Decision.Final, ReplyReason.LastOffer, Math.Min(Standing, _concession.FinalOffer));

    private Verdict Agree(HaggleState next, ReplyReason reason, long unit, long total) =>
        new(Decision.Accept, reason, unit, total, next with { Quantity = _quantity });

    private Verdict Say(HaggleState next, Decision decision, ReplyReason reason, long unit) =>
        new(decision, reason, unit, null, Remember(next, unit) with { Quantity = _quantity });

    /// <summary>The public price is no offer of ours: only what lies below it is remembered.</summary>
    private HaggleState Remember(HaggleState state, long unit) => unit < _concession.Anchor
        ? state with { Offers = state.Offers.With(_quantity, unit) }
        : state;
}
