using WaSaas.Domain.Negotiation;

namespace WaSaas.Benchmarks.Negotiation;

/// <summary>A pretend customer. She knows the public price, what the shop said last and her own limit, never the floor.</summary>
internal interface IBuyer
{
    /// <summary>Null = walks away.</summary>
    CustomerMove? Next(PriceReply? said);
}

/// <summary>"Dernier prix ?" until she hears that it is; never names a number.</summary>
internal sealed class Nagger(Sale sale) : IBuyer
{
    private const int Patience = 30;
    private int _asked;

    public CustomerMove? Next(PriceReply? said)
    {
        if (said?.Decision is Decision.Final or Decision.NotNegotiable)
        {
            return said.Unit <= sale.Limit ? new CustomerMove.Accept() : null;
        }

        return ++_asked <= Patience ? new CustomerMove.Ask() : null;
    }
}

/// <summary>
/// Feels for the floor: 40 % of the price, the same again, then up by 9 % of the price each time, past the final offer
/// for as long as numbers are weighed. Takes what stands only when no number helps any more.
/// </summary>
internal sealed class Prober(Sale sale) : IBuyer
{
    private const int OpeningPercent = 40;
    private const int StepPercent = 9;
    private const int NumbersAfterFinal = 2;
    private int _numbers;
    private int _finals;

    public CustomerMove? Next(PriceReply? said)
    {
        _finals += said?.Decision == Decision.Final ? 1 : 0;
        var percent = OpeningPercent + (StepPercent * Math.Max(0, _numbers++ - 1));
        var number = Math.Min(sale.Limit, sale.List * percent / 100);
        if (_finals <= NumbersAfterFinal && number < sale.Limit)
        {
            return new CustomerMove.Offer(number);
        }

        if (said?.Unit <= sale.Limit)
        {
            return new CustomerMove.Accept();
        }

        return _finals <= NumbersAfterFinal ? new CustomerMove.Offer(sale.Limit) : null;
    }
}

/// <summary>
/// The everyday customer: opens at 60 to 89 % of what it is worth to her, comes up evenly over three to six numbers, takes
/// what lies within her next one, and at the end what lies within her limit. One in five tries once more after the final.
/// </summary>
internal sealed class Everyday : IBuyer
{
    private readonly Sale _sale;
    private readonly long _opening;
    private readonly long _top;
    private readonly int _patience;
    private readonly int _patienceAfterFinal;
    private int _numbers;
    private int _finals;

    public Everyday(Sale sale, Random random)
    {
        _sale = sale;
        _opening = Math.Min(sale.Limit, sale.List) * random.Next(60, 90) / 100;
        _top = Math.Min(sale.Limit, sale.List * 97 / 100);
        _patience = random.Next(3, 7);
        _patienceAfterFinal = random.Next(5) == 0 ? 1 : 0;
    }

    public CustomerMove? Next(PriceReply? said)
    {
        _finals += said?.Decision == Decision.Final ? 1 : 0;
        var turn = _numbers++;
        var number = _opening + ((_top - _opening) * Math.Min(turn, _patience - 1) / (_patience - 1));
        if (said?.Unit <= number)
        {
            return new CustomerMove.Accept();
        }

        var fits = said?.Unit <= _sale.Limit;
        if (turn < _patience || (_finals <= _patienceAfterFinal && !fits))
        {
            return new CustomerMove.Offer(number);
        }

        return fits ? new CustomerMove.Accept() : null;
    }
}
