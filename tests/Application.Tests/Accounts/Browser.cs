using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>Requests that bring the cookie of the answer before, as the host would see them.</summary>
public sealed class Browser(IServiceProvider services)
{
    public string? Cookie { get; set; }

    public Task<T> SendAsync<T>(IRequest<T> request) => VisitAsync(scope => scope.GetRequiredService<IMediator>().Send(request));

    /// <summary>As a page does it for a shop that the visitor is not in (yet).</summary>
    public Task<T> SendInAsync<T>(TenantId shop, IRequest<T> request) => VisitAsync(async _ =>
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    });

    /// <summary>What a request of this browser is seen as.</summary>
    public Task<ClaimsPrincipal> WhoAsync() => VisitAsync(scope => Task.FromResult(scope.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));

    public async Task<bool> IsSignedInAsync() => (await WhoAsync()).Identity?.IsAuthenticated == true;

    /// <summary>The same sign-in in a fresh ticket, as the host hands it out to whoever stays active.</summary>
    public Task RenewAsync(DateTimeOffset now) => VisitAsync(async scope =>
    {
        var http = scope.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        var ticket = (await http.AuthenticateAsync()).Ticket!;
        var properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + (ticket.Properties.ExpiresUtc - ticket.Properties.IssuedUtc) };
        await http.SignInAsync("Identity.Application", ticket.Principal, properties);
        return true;
    });

    private async Task<T> VisitAsync<T>(Func<IServiceProvider, Task<T>> visit)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Cookie = Cookie;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        if ((await http.AuthenticateAsync()).Principal is { } person)
        {
            http.User = person;
            if (person.FindFirstValue(PersonClaims.Shop) is { } shop)
            {
                scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(new TenantId(Guid.Parse(shop)));
            }
        }

        var answer = await visit(scope.ServiceProvider);
        if (http.Response.Headers.SetCookie.LastOrDefault() is { } set)
        {
            Cookie = set.Split(';')[0];
        }

        return answer;
    }
}
