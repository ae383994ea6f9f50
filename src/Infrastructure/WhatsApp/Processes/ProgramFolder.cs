namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>Where a Node program lies: as set, in the source tree that was built, or beside the published host.</summary>
internal static class ProgramFolder
{
    private const string Main = "src/main.js";

    /// <exception cref="InvalidOperationException">It is nowhere; the message says what to set.</exception>
    public static string Find(string name, string? configured, string setting)
    {
        var candidates = configured is { Length: > 0 } ? [Path.GetFullPath(configured)] : Candidates(name);
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Main)))
            ?? throw new InvalidOperationException($"The {name.ToLowerInvariant()} program is not where the host looks for it. Set {setting} to its folder.");
    }

    private static IEnumerable<string> Candidates(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "src", "Infrastructure", "WhatsApp", name);
        }

        yield return Path.Combine(AppContext.BaseDirectory, "WhatsApp", name);
    }
}
