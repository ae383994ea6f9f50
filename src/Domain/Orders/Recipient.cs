using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>Who takes the parcel, as far as the customer told it.</summary>
public sealed record Recipient(string? Name = null, string? Phone = null, string? Landmark = null)
{
    public const int MaxLength = 200;

    public static readonly Recipient Nobody = new();

    public Result Check()
    {
        if (Phone is not null && Phone.Count(char.IsAsciiDigit) is < 8 or > 15)
        {
            return CartErrors.PhoneForm;
        }

        return Name?.Length > MaxLength || Landmark?.Length > MaxLength ? CartErrors.RecipientLength : Result.Ok;
    }
}
