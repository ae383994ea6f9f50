using Microsoft.AspNetCore.Http;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Identity;

internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    public UserId? Id => http.HttpContext?.User is { } principal && SignInCookie.Read(principal) is { Id: not null } person ? new UserId(person.User) : null;
}
