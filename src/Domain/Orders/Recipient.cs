using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>Who takes the parcel, as far as the customer told it.</summary>
public sealed record Recipient(string? Name = null, string? Phone = null, string? Landmark = null, string? Address = null)
{
    public const int MaxLength = 200;

    public static readonly Recipient Nobody = new();

    /// <summary>How the rider finds her, beside the zone.</summary>
    public string? Directions => (Address, Landmark) switch
    {
        (null, _) => Landmark,
        (_, null) => Address,
        _ => $"{Address}, {Landmark}",
    };

    public Result Check()
    {
        if (Phone is not null && Phone.Count(char.IsAsciiDigit) is < 8 or > 15)
        {
            return CartErrors.PhoneForm;
        }

        return Name?.Length > MaxLength || Landmark?.Length > MaxLength || Address?.Length > MaxLength ? CartErrors.RecipientLength : Result.Ok;
    }
}
