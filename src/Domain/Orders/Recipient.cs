using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>Who takes the parcel, as far as the customer told it.</summary>
/// <param name="Name">As she calls herself.</param>
/// <param name="Phone">For the rider.</param>
/// <param name="Landmark">How the rider finds the house.</param>
/// <param name="Address">Beside the zone.</param>
/// <param name="When">The day or hour that would suit her, in her words. A wish: nothing is promised by it.</param>
public sealed record Recipient(string? Name = null, string? Phone = null, string? Landmark = null, string? Address = null, string? When = null)
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

        return new[] { Name, Landmark, Address, When }.Any(text => text?.Length > MaxLength) ? CartErrors.RecipientLength : Result.Ok;
    }
}
