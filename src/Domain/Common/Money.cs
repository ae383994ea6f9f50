namespace WaSaas.Domain.Common;

/// <summary>An amount in minor units of its currency (XOF has none: 15 000 F is 15000; 24,90 EUR is 2490).</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    public static Money operator +(Money left, Money right) => left with { Minor = checked(left.Minor + Same(left, right)) };

    public static Money operator -(Money left, Money right) => left with { Minor = checked(left.Minor - Same(left, right)) };

    public static Money operator *(Money unit, int quantity) => unit with { Minor = checked(unit.Minor * quantity) };

    private static long Same(Money left, Money right) => left.Currency == right.Currency
        ? right.Minor
        : throw new InvalidOperationException($"Amounts in {left.Currency} and {right.Currency} do not add up.");
}
