using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>How our value types are stored, everywhere alike.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var id in typeof(TenantId).Assembly.GetTypes().Where(IsId))
        {
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        // SQLite can neither order nor compare DateTimeOffset: UTC ticks can.
        builder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        builder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        builder.Properties<Enum>().HaveConversion<int>();
        builder.Properties<string>().HaveMaxLength(4_096);
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Create(value))
        where T : struct, IId<T>
    {
        private static T Create(Guid value) => T.From(value);
    }

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(
        at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));
}
