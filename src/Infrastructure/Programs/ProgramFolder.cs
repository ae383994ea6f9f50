namespace WaSaas.Infrastructure.Programs;

/// <summary>Where a Node program lies: as set, in the source tree that was built, or beside the published host.</summary>
internal static class ProgramFolder
{
    private const string Main = "src/main.js";

    /// <param name="place">Below <c>src/Infrastructure</c>, e.g. <c>WhatsApp/Gateway</c>.</param>
    /// <param name="configured">A folder that was set instead.</param>
    /// <param name="setting">Its name.</param>
    /// <exception cref="InvalidOperationException">It is nowhere; the message says what to set.</exception>
    public static string Find(string place, string? configured, string setting)
    {
        var candidates = configured is { Length: > 0 } ? [Path.GetFullPath(configured)] : Candidates(place);
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Main))) ?? throw new InvalidOperationException(
            $"The {Path.GetFileName(place).ToLowerInvariant()} program is not where the host looks for it. Set {setting} to its folder.");
    }

    private static IEnumerable<string> Candidates(string place)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "src", "Infrastructure", place);
        }

        yield return Path.Combine(AppContext.BaseDirectory, place);
    }
}
