namespace WaSaas.WebUI.Cli;

/// <summary>
/// Commands of those who run the installation. Each is its own process beside the host, on the same database. Results go to
/// standard output, everything else to standard error; the exit code is 0 or 1.
/// </summary>
internal static class CommandLine
{
    public const string Usage = """
        Commands:
          shop import FILE [--owner EMAIL]   create or update a shop from a file
          shop export SHOP [--to FILE]       print a shop (id or slug) as such a file, floor prices included; with --to
                                             write it, its photos beside it, to be imported anywhere
          shop list                          slug, id and name of each shop
          api-key create SHOP                print a new key of the shop (id or slug)
          assistant stop | start             emergency stop of the assistants of all shops, and its end
          operator create EMAIL              print a link, good for an hour, to set an operator's password
          migrate                            bring the database up to date
          database rls-script                print the statements of a second wall inside SQL Server
        Without a command the host starts.
        """;

    private static readonly string[] Groups = ["shop", "api-key", "assistant", "operator", "migrate", "database", "help", "--help", "-h"];

    /// <summary>Everything else is settings for the host.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && (Groups.Contains(args[0]) || !args[0].StartsWith('-'));

    public static bool IsHelp(string[] args) => args[0] is "help" or "--help" or "-h";

    /// <summary>Null when the words make no command.</summary>
    public static ICliCommand? Parse(string[] args) => args switch
    {
        ["shop", "import", var file] => new ImportShopCommand(file, null),
        ["shop", "import", var file, "--owner", var email] => new ImportShopCommand(file, email),
        ["shop", "import", "--owner", var email, var file] => new ImportShopCommand(file, email),
        ["shop", "export", var shop] => new ExportShopCommand(shop),
        ["shop", "export", var shop, "--to", var file] => new ExportShopToFileCommand(shop, file),
        ["shop", "export", "--to", var file, var shop] => new ExportShopToFileCommand(shop, file),
        ["shop", "list"] => new ListShopsCommand(),
        ["api-key", "create", var shop] => new CreateApiKeyCommand(shop),
        ["assistant", "stop"] => new SwitchAssistantsCommand(Active: false),
        ["assistant", "start"] => new SwitchAssistantsCommand(Active: true),
        ["operator", "create", var email] => new CreateOperatorCommand(email),
        ["migrate"] => new MigrateCommand(),
        ["database", "rls-script"] => new RowSecurityScriptCommand(),
        _ => null,
    };
}

internal interface ICliCommand
{
    /// <param name="services">A scope of its own, on a migrated database.</param>
    /// <param name="output">Results only.</param>
    /// <param name="ct">Ctrl+C.</param>
    /// <exception cref="CommandRefusedException">With a sentence for the person.</exception>
    Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct);
}

/// <summary>The command cannot be done; the message says why.</summary>
internal sealed class CommandRefusedException(string message) : Exception(message);
