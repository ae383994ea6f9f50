using WaSaas.Application.Assistant.Desks;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Application.Assistant.Tools;

/// <param name="Resolution">What it means for the zone.</param>
/// <param name="Words">The customer's words for it; null for a pin.</param>
/// <param name="Pin">Her pin or the position of her maps link.</param>
internal sealed record FoundPlace(PlaceResolution Resolution, string? Words, GeoPoint? Pin);

/// <summary>From pin, maps link, words or a choice to a place. A pin goes before words, since it cannot be misheard.</summary>
internal sealed class PlaceFinder(TurnSession session)
{
    private static readonly Error NoPlace = new("no_place", "There is no place: give the customer's words for it, or ask for a landmark or the location.");
    private static readonly Error NoPin = new("no_pin", "The customer has shared no location.");
    private static readonly Error NotHerWords = new("place_not_in_message", "place_text does not stand in the customer's messages. Ask where to deliver.");

    private readonly Desk _desk = session.Desk;

    public Result<FoundPlace> Confirmed(string zone)
    {
        if (_desk.Notes.Place is not { } asked)
        {
            return DeliveryErrors.NotACandidate;
        }

        var folded = TextFold.Fold(zone);
        var candidate = asked.Candidates.FirstOrDefault(c => c.ZoneCode == zone || TextFold.Fold(c.ZoneName) == folded || TextFold.Fold(c.Matched) == folded);
        var chosen = candidate is null ? DeliveryErrors.NotACandidate : asked.Resolution.ConfirmedAs(candidate.ZoneId);
        return chosen.Value is { } place ? new FoundPlace(place, asked.Words, asked.Pin) : chosen.Error!;
    }

    public async Task<Result<FoundPlace>> FindAsync(string? words, bool usePin, CancellationToken ct)
    {
        if (SharedPin() is { } pin && (usePin || words is null))
        {
            return new FoundPlace(await _desk.Places.LocateAsync(pin, ct), null, pin);
        }

        if (Link(words) is { } link)
        {
            return new FoundPlace(await _desk.Places.LocateAsync(link, ct), null, link.Point);
        }

        if (usePin && _desk.Notes.Pin is { } earlier)
        {
            return new FoundPlace(await _desk.Places.LocateAsync(earlier, ct), null, earlier);
        }

        if (words is null)
        {
            return usePin ? NoPin : NoPlace;
        }

        return new CustomerWords(session.Turn).SayPlace(words) ? new FoundPlace(await _desk.Places.ResolveAsync(words, ct), words, null) : NotHerWords;
    }

    private GeoPoint? SharedPin() => session.Turn.Incoming.LastOrDefault(message => message is { Latitude: not null, Longitude: not null }) is { } message
        ? new GeoPoint(message.Latitude!.Value, message.Longitude!.Value)
        : null;

    // Links stand in her own messages, whatever the brain made of them.
    private MapsPlace? Link(string? words) => words is null || MapsLink.IsIn(words)
        ? session.Turn.Incoming.Select(message => MapsLink.Find(message.Text ?? "")).LastOrDefault(place => place is not null)
        : null;
}
