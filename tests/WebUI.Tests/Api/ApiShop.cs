using System.Net.Http.Headers;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>One host for all tests of the API and of the routes; each test opens shops of its own.</summary>
[CollectionDefinition(nameof(ApiTests))]
public sealed class ApiTests : ICollectionFixture<UiHost>;

/// <summary>An imported shop with a key, and a client that sends it.</summary>
public sealed class ApiShop : IDisposable
{
    private ApiShop(TenantId id, string name, HttpClient http, string key) => (Id, Name, Http, Key) = (id, name, http, key);

    public TenantId Id { get; }

    public string Name { get; }

    public HttpClient Http { get; }

    public string Key { get; }

    public static async Task<ApiShop> OpenAsync(UiHost host, string? owner = null)
    {
        var name = $"Boutique {Guid.NewGuid():n}";
        var file = JsonSerializer.Serialize(new { name, currency = "XOF", products = new[] { new { sku = "P1", name = "Bazin riche", price = 15_750, floor = 13_000, stock = 8 } } });
        await using var scope = host.Services.CreateAsyncScope();
        var shop = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportShop(file, owner))).Value!.Id;
        var key = (await host.SendAsync(shop, new CreateApiKey("tests"))).Value!.Secret;
        return new ApiShop(shop, name, Client(host.Url, key), key);
    }

    public static HttpClient Client(Uri url, string key) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = url,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>The code of a problem document; everything else about it is checked on the way.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem.GetProperty("code").GetString()!;
    }

    public void Dispose() => Http.Dispose();
}
