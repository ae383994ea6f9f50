using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery.Places;

public enum PlaceStatus
{
    /// <summary>One zone, without doubt.</summary>
    Ok = 1,

    /// <summary>Probably this zone: ask "Vous parlez bien de ...?".</summary>
    ConfirmPlace = 2,

    /// <summary>One of several: let the customer choose.</summary>
    Ambiguous = 3,

    /// <summary>No zone of this shop: ask for a landmark or the pin, then a person.</summary>
    Unknown = 4,
}

/// <summary>A zone that may be meant, and the name or alias that led to it (the zone's name for a pin).</summary>
public sealed record PlaceCandidate(ZoneId ZoneId, string ZoneCode, string ZoneName, string Matched);

/// <summary>What a place in words or a pin says about the zone. Only <see cref="PlaceStatus.Ok"/> has a fee.</summary>
/// <param name="Status">How sure it is.</param>
/// <param name="Candidates">One for Ok and ConfirmPlace, several for Ambiguous, none for Unknown.</param>
/// <param name="IsAsked">The customer asked about the place and did not say that she is there: a fee may be named, but it is no address.</param>
/// <param name="Elsewhere">A known place outside of every zone that was named.</param>
/// <param name="IsSilent">The words name no place at all ("merci", "pas à Cocody").</param>
public sealed record PlaceResolution(
    PlaceStatus Status,
    IReadOnlyList<PlaceCandidate> Candidates,
    bool IsAsked = false,
    string? Elsewhere = null,
    bool IsSilent = false)
{
    public static readonly PlaceResolution Unknown = new(PlaceStatus.Unknown, []);

    public PlaceCandidate? Zone => Status == PlaceStatus.Ok ? Candidates[0] : null;

    public bool IsAddress => Status == PlaceStatus.Ok && !IsAsked;

    /// <summary>
    /// The customer said yes to "do you mean ...", or chose. Who only asked for a price still only asked for it.
    /// </summary>
    public Result<PlaceResolution> ConfirmedAs(ZoneId zone) => Candidates.FirstOrDefault(c => c.ZoneId == zone) is { } chosen
        ? new PlaceResolution(PlaceStatus.Ok, [chosen], IsAsked)
        : DeliveryErrors.NotACandidate;

    internal static PlaceCandidate CandidateOf(DeliveryZone zone, string matched) => new(zone.Id, zone.Code, zone.Name, matched);
}
