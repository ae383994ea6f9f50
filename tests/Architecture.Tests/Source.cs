using System.Runtime.CompilerServices;

namespace WaSaas.Architecture.Tests;

/// <summary>The source tree as text: what a compiler does not check, a reader would have to.</summary>
internal static class Source
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "Migrations", "Gateway", "Sandbox"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<(string Path, string Text)> Files(string under, string pattern = "*.cs") => Directory
        .EnumerateFiles(Path.Combine(Root, under), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(Generated.Contains))
        .Select(path => (path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
