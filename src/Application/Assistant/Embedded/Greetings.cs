namespace WaSaas.Application.Assistant.Embedded;

/// <summary>The customer's own greeting when she gave one, else the one that fits the hour at the shop.</summary>
internal static class Greetings
{
    private const int Morning = 5;
    private const int Evening = 18;

    public static string At(TurnContext turn, string language)
    {
        var said = Normalised.Of(string.Join('\n', turn.Incoming.Select(message => message.Text)));
        var day = !Says(said, " bonsoir ", " good evening ") && (Says(said, " bonjour ", " good morning ") || IsDay(turn));
        return language == "en" ? day ? "Hello" : "Good evening" : day ? "Bonjour" : "Bonsoir";
    }

    private static bool Says(string said, string french, string english) =>
        said.Contains(french, StringComparison.Ordinal) || said.Contains(english, StringComparison.Ordinal);

    private static bool IsDay(TurnContext turn)
    {
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(turn.Tenant.TimeZone, out var zone);
        return TimeZoneInfo.ConvertTime(turn.Now, known ? zone! : TimeZoneInfo.Utc).Hour is >= Morning and < Evening;
    }
}
