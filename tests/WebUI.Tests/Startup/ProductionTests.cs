using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WaSaas.WebUI.Composition;
using WaSaas.WebUI.Tests.Cli;

namespace WaSaas.WebUI.Tests.Startup;

/// <summary>What refuses to start, as a process: exit code 1, sentences on standard error, nothing on standard output.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    [Fact]
    public async Task Production_without_settings_names_every_missing_one()
    {
        var errors = await RefusedAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" });

        Assert.All(
            (string[])["App:PublicUrl", "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:Smtp:Password", "Mail:Smtp:From", "DataProtection:Certificate ", "DataProtection:CertificatePassword"],
            setting => Assert.Contains(setting, errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("App__PublicUrl", "http://shop.example", "App:PublicUrl")]
    [InlineData("Mail__Smtp__From", "", "Mail:Smtp:From")]
    [InlineData("DataProtection__Certificate", "nowhere.pfx", "it is not there")]
    [InlineData("DataProtection__CertificatePassword", "wrong", "the password does not fit")]
    [InlineData("WhatsApp__Network", "Sandbox", "WhatsApp:Network is Sandbox")]
    [InlineData("WhatsApp__Network", "Custom", "WhatsApp:Network is Custom")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5999", "plain HTTP")]
    [InlineData("Plans__Pro__Products", "0", "Plans:Pro:Products")]
    [InlineData("Plans__Pro__Produkts", "5", "Plans cannot be read")]
    public async Task One_wrong_setting_is_enough(string name, string value, string named)
    {
        var settings = Complete();
        settings[name] = value;

        var errors = await RefusedAsync(settings);

        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Equal(2, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_key_that_lies_there_unprotected_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_program.Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_program.Data, "keys", "key-1.xml"), "<key><descriptor><masterKey><value>AAAA</value></masterKey></descriptor></key>");

        Assert.Contains("unprotected key (key-1.xml)", await RefusedAsync(Complete()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_Production_starts_protects_its_keys_and_leads_to_https()
    {
        var settings = Complete();
        using var process = _program.Start(settings);
        try
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(settings["ASPNETCORE_URLS"]) };
            await UpAsync(http);

            var page = await http.GetAsync("/sign-in?returnUrl=/messages");
            Assert.Equal("https://shop.example/sign-in?returnUrl=/messages", page.Headers.Location?.ToString());
            var elsewhere = await http.GetAsync(new Uri(new Uri(settings["ASPNETCORE_URLS"]), "/").ToString() + "/evil.example/");
            Assert.Equal("https://shop.example//evil.example/", elsewhere.Headers.Location?.ToString());
            Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/api/whatsapp/status")).StatusCode);
            Assert.All(Directory.GetFiles(Path.Combine(_program.Data, "keys")), key => Assert.Contains("encryptedSecret", File.ReadAllText(key), StringComparison.Ordinal));
            Assert.False(File.Exists(Path.Combine(_program.Data, "demo-sign-in.txt")));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_trial_listens_on_loopback_only()
    {
        var errors = await RefusedAsync(new() { ["ASPNETCORE_URLS"] = "http://0.0.0.0:5999" });

        Assert.Contains("listen on loopback only", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_is_refused_and_a_command_is_not()
    {
        using var first = HostLock.TryTake(_program.Data);
        Assert.NotNull(first);

        Assert.Contains("Another WaSaas host works on", await RefusedAsync(new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" }), StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("migrate")).ExitCode);
    }

    public void Dispose() => _program.Dispose();

    private async Task<string> RefusedAsync(Dictionary<string, string> settings)
    {
        var ended = await _program.RunAsync(settings);
        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
        return ended.Errors;
    }

    private Dictionary<string, string> Complete()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=WaSaas key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(_program.Folder, "ring.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "for this test"));
        return new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort()}",
            ["App__PublicUrl"] = "https://shop.example",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = "9",
            ["Mail__Smtp__User"] = "wasaas",
            ["Mail__Smtp__Password"] = "for this test",
            ["Mail__Smtp__From"] = "wasaas@shop.example",
            ["DataProtection__Certificate"] = file,
            ["DataProtection__CertificatePassword"] = "for this test",
        };
    }

    private static async Task UpAsync(HttpClient http)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (i < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
