namespace WaSaas.WebUI.Composition;

/// <summary>Where this program finds its files and keeps its state, from whatever folder it was called.</summary>
internal static class Places
{
    private const string Solution = "WaSaas.sln";

    /// <summary>The working copy, when the program runs out of one.</summary>
    public static string? RepositoryRoot { get; } = Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory());

    /// <summary>In a working copy the project, so that pages and files of it are served; else beside the program.</summary>
    public static string ContentRoot => RepositoryRoot is { } root && AppContext.BaseDirectory.StartsWith(root, StringComparison.Ordinal)
        ? Path.Combine(root, "src", "WebUI")
        : AppContext.BaseDirectory;

    /// <summary><c>Data:Root</c>, absolute; a relative one counts from the working copy, so that host and commands agree.</summary>
    public static string DataRoot(IConfiguration configuration)
    {
        var start = RepositoryRoot ?? Directory.GetCurrentDirectory();
        return Path.GetFullPath(configuration["Data:Root"] is { Length: > 0 } given ? given : "data", start);
    }

    private static string? Above(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, Solution)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
