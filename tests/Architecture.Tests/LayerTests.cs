using System.Reflection;
using System.Text.RegularExpressions;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Architecture.Tests;

public sealed partial class LayerTests
{
    private static readonly Assembly Domain = typeof(TenantId).Assembly;
    private static readonly Assembly Application = typeof(ITenantScope).Assembly;

    [Fact]
    public void Domain_knows_nothing_but_the_base_class_library() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name + ".", StringComparison.Ordinal));

    [Fact]
    public void Application_imports_what_its_room_may_import()
    {
        string[] allowed = ["System.", "WaSaas.Domain.", "MediatR.", "FluentValidation.", "Microsoft.EntityFrameworkCore.", "Microsoft.Extensions."];

        Assert.All(Application.GetReferencedAssemblies(), a => Assert.Contains(allowed, prefix => (a.Name + ".").StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Application_uses_no_database_provider() => Assert.All(
        Application.GetReferencedAssemblies(),
        a => Assert.DoesNotContain(a.Name!, new[] { "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.Data.SqlClient" }));

    [Fact]
    public void WebUI_sees_Infrastructure_in_its_composition_only()
    {
        var offenders = Source.Files("src/WebUI")
            .Concat(Source.Files("src/WebUI", "*.cshtml"))
            .Where(f => f.Path != "src/WebUI/Program.cs" && !f.Path.StartsWith("src/WebUI/Composition/", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("WaSaas.Infrastructure", StringComparison.Ordinal));

        Assert.Empty(offenders.Select(f => f.Path));
    }

    [Fact]
    public void Handlers_never_send()
    {
        var handlers = Application.GetTypes().Where(t => t.GetInterfaces().Any(i => i.Name.StartsWith("IRequestHandler", StringComparison.Ordinal)));

        Assert.All(handlers, handler => Assert.DoesNotContain(
            handler.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).SelectMany(c => c.GetParameters()),
            p => p.ParameterType.Name is "IMediator" or "ISender"));
    }

    [Fact]
    public void Nothing_provider_specific_stands_outside_its_folder()
    {
        var offenders = Source.Files("src")
            .Where(f => !OfAProvider().IsMatch(f.Path))
            .Where(f => ProviderWords().IsMatch(f.Path == Choice ? f.Text.Replace("new SqlServerDatabase(", "", StringComparison.Ordinal).Replace("new SqliteDatabase(", "", StringComparison.Ordinal) : f.Text));

        Assert.Empty(offenders.Select(f => f.Path));
    }

    [Fact]
    public void Only_the_admin_room_uses_the_context_without_the_wall()
    {
        var offenders = Source.Files("src")
            .Where(f => f.Text.Contains("AdminDbContext", StringComparison.Ordinal))
            .Where(f => !f.Path.StartsWith("src/Infrastructure/Persistence/Admin/", StringComparison.Ordinal))
            .Where(f => f.Path is not ("src/Infrastructure/Persistence/PersistenceServices.cs" or "src/Infrastructure/Persistence/WaSaasDbContext.cs"));

        Assert.Empty(offenders.Select(f => f.Path));
    }

    [Fact]
    public void Every_Baileys_call_stands_in_one_file()
    {
        var gateway = Path.Combine(Source.Root, "src/Infrastructure/WhatsApp/Gateway/src");
        var importers = Directory.EnumerateFiles(gateway, "*.js")
            .Where(file => BaileysImport().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Equal(["baileys.js"], importers);
    }

    [Fact]
    public void No_context_is_pooled() => Assert.DoesNotContain(
        Source.Files("src"), f => f.Text.Contains("AddDbContextPool", StringComparison.Ordinal) || f.Text.Contains("AddPooledDbContextFactory", StringComparison.Ordinal));

    [Fact]
    public void The_walled_context_is_the_base_of_every_provider() => Assert.All(
        typeof(AppDbContext).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(WaSaasDbContext)) && t.Name != "AdminDbContext"),
        t => Assert.True(t.IsAssignableTo(typeof(AppDbContext))));

    /// <summary>The one place that chooses, and knows nothing else of either.</summary>
    private const string Choice = "src/Infrastructure/Persistence/PersistenceServices.cs";

    [GeneratedRegex("^src/Infrastructure/Persistence/(Sqlite|SqlServer)/")]
    private static partial Regex OfAProvider();

    [GeneratedRegex(@"\b(Sqlite(Exception|Connection\w*|AppDbContext|Database|Pragmas)|Sql(Exception|Connection\w*|Command)|SqlServer(AppDbContext|Database)|UseSql(ite|Server)|Microsoft\.Data\.Sql\w+)\b")]
    private static partial Regex ProviderWords();

    [GeneratedRegex(@"(from|import|import\()\s*['""]baileys(/[^'""]*)?['""]")]
    private static partial Regex BaileysImport();
}
