using WaSaas.WebUI.Cli;

namespace WaSaas.WebUI.Tests.Cli;

public sealed class CliTests : IDisposable
{
    private const string Shop = """{ "name": "Tissus Afi", "currency": "XOF", "products": [ { "name": "Bazin riche", "price": 15750 } ] }""";

    private readonly ProgramProcess _program = new();

    [Fact]
    public async Task A_shop_is_imported_listed_and_given_a_key_on_an_empty_machine()
    {
        await File.WriteAllTextAsync(Path.Combine(_program.Folder, "shop.json"), Shop);

        var imported = await _program.RunAsync("shop", "import", "shop.json", "--owner", "afi@example.com");
        Assert.True(imported.ExitCode == 0, imported.Errors);
        Assert.Equal(2, imported.Lines.Length);
        Assert.StartsWith("http://localhost:5080/reset-password?user=", imported.Lines[0], StringComparison.Ordinal);
        var words = imported.Lines[1].Split(' ');
        Assert.Equal(("imported", "tissus-afi", true), (words[0], words[2], Guid.TryParse(words[1], out _)));

        var listed = await _program.RunAsync("shop", "list");
        Assert.StartsWith("tissus-afi ", Assert.Single(listed.Lines), StringComparison.Ordinal);

        foreach (var shop in words[1..])
        {
            var key = await _program.RunAsync("api-key", "create", shop);
            Assert.Matches("^wsk_[0-9a-f]{64}$", Assert.Single(key.Lines));
        }
    }

    [Fact]
    public async Task A_shop_is_exported_to_a_file_with_its_photos_beside_it_and_comes_back_from_there()
    {
        var photo = new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 };
        await File.WriteAllBytesAsync(Path.Combine(_program.Folder, "bazin.jpg"), photo);
        await File.WriteAllTextAsync(Path.Combine(_program.Folder, "shop.json"), Shop.Replace("15750", "15750, \"photos\": [ \"bazin.jpg\" ]", StringComparison.Ordinal));
        await _program.RunAsync("shop", "import", "shop.json");

        var exported = await _program.RunAsync("shop", "export", "tissus-afi", "--to", "away.json");

        Assert.Equal(["exported away.json, 1 photos"], exported.Lines);
        var written = Assert.Single(Directory.GetFiles(Path.Combine(_program.Folder, "away-photos")));
        Assert.Equal(photo, await File.ReadAllBytesAsync(written));
        Assert.Contains($"away-photos/{Path.GetFileName(written)}", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "away.json")), StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("shop", "import", "away.json")).ExitCode);
    }

    [Fact]
    public async Task A_mistake_ends_with_one_and_the_path_on_standard_error()
    {
        await File.WriteAllTextAsync(Path.Combine(_program.Folder, "shop.json"), Shop.Replace("15750", "0", StringComparison.Ordinal));

        var refused = await _program.RunAsync("shop", "import", "shop.json");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("products[0].price: ", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_gets_a_link_and_the_database_is_migrated_on_the_way()
    {
        var created = await _program.RunAsync([], "operator", "create", "op@example.com");

        Assert.True(created.ExitCode == 0, created.Errors);
        Assert.StartsWith("http://localhost:5080/reset-password?user=", Assert.Single(created.Lines), StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("migrate")).ExitCode);
    }

    [Fact]
    public async Task The_second_wall_is_written_for_a_server_and_refused_for_a_file_and_needs_no_database_for_it()
    {
        var server = new Dictionary<string, string> { ["Database__Provider"] = "SqlServer", ["Database__ConnectionString"] = "Server=127.0.0.1,9;User Id=x;Password=y" };

        var script = await _program.RunAsync(server, "database", "rls-script");
        Assert.True(script.ExitCode == 0, script.Errors);
        Assert.Contains("CREATE SECURITY POLICY", script.Output, StringComparison.Ordinal);
        Assert.Contains("ON dbo.[Messages]", script.Output, StringComparison.Ordinal);
        Assert.False(Directory.EnumerateFiles(_program.Data, "*.db*").Any());

        var refused = await _program.RunAsync("database", "rls-script");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("SqlServer", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emergency_stop_is_set_and_lifted_by_a_process_of_its_own()
    {
        var stopped = await _program.RunAsync("assistant", "stop");
        Assert.True(stopped.ExitCode == 0, stopped.Errors);
        Assert.Contains("stopped", Assert.Single(stopped.Lines), StringComparison.Ordinal);

        Assert.Contains("answer again", Assert.Single((await _program.RunAsync("assistant", "start")).Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assistant", "pause")]
    [InlineData("shop", "import", "nowhere.json")]
    [InlineData("shop", "import")]
    [InlineData("api-key", "create", "nobody")]
    [InlineData("operator", "create", "not an address")]
    [InlineData("dance")]
    public async Task What_cannot_be_done_ends_with_one_and_says_so(params string[] arguments)
    {
        var refused = await _program.RunAsync(arguments);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.NotEmpty(refused.Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls=http://127.0.0.1:0")]
    [InlineData(false, "--Demo:Load=false")]
    [InlineData(true, "shop")]
    [InlineData(true, "anything")]
    [InlineData(true, "--help")]
    public void Words_are_commands_and_settings_start_the_host(bool isCommand, params string[] arguments) =>
        Assert.Equal(isCommand, CommandLine.IsCommand(arguments));

    public void Dispose() => _program.Dispose();
}
